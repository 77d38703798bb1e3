// Photos and tables that wait: photos are made smaller for weak networks, all of them are kept
// where the browser keeps large things.
class Photos {
  constructor() {
    this.here = new Map(); // id -> promise of a blob
  }

  // Begins to keep a photo; resolves to whether it outlives the page.
  add(id, file) {
    return this.keep(id, smaller(file));
  }

  // The same for a file that must stay as it is.
  addWhole(id, file) {
    return this.keep(id, Promise.resolve(file));
  }

  keep(id, coming) {
    this.here.set(id, coming);
    return coming.then((blob) => inStore("readwrite", (store) => store.put(blob, id)))
      .then(() => true, () => false);
  }

  // Resolves to the photo, or null when it is nowhere any more.
  async get(id) {
    if (this.here.has(id)) return this.here.get(id);
    try {
      return (await inStore("readonly", (store) => store.get(id))) || null;
    } catch (blocked) {
      return null;
    }
  }

  remove(id) {
    this.here.delete(id);
    inStore("readwrite", (store) => store.delete(id)).catch(() => {});
  }
}

function inStore(mode, act) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open("kheo", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("photos");
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction("photos", mode);
      const request = act(transaction.objectStore("photos"));
      transaction.oncomplete = () => { database.close(); done(request.result); };
      transaction.onabort = () => { database.close(); fail(transaction.error); };
    };
  });
}

const LONGEST_SIDE = 2048; // enough to read a page written by hand
const SMALL_ENOUGH = 700 * 1024;

// Resolves to a smaller JPEG of the photo, or to the file itself where that cannot be made.
async function smaller(file) {
  // Older browsers would draw a photo that was taken upright lying on its side.
  const upright = window.CSS && CSS.supports("image-orientation", "from-image");
  const fits = file.size <= SMALL_ENOUGH && /^image\/(jpeg|png|webp)$/.test(file.type);
  if (!upright || fits) return file;
  try {
    const drawn = await redraw(file);
    return drawn && drawn.size < file.size ? drawn : file;
  } catch (notAPicture) {
    return file;
  }
}

async function redraw(file) {
  const address = URL.createObjectURL(file);
  try {
    const image = await loaded(address);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function loaded(address) {
  return new Promise((done, fail) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = fail;
    image.src = address;
  });
}
