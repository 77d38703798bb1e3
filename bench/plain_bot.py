"""What one writes first: a ConversationHandler, one row an entry, nothing kept in between."""

import sqlite3
import sys

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

NAME, ADDRESS, FIELD, CONTENT, REVIEW = range(5)
FIELDS = InlineKeyboardMarkup([[InlineKeyboardButton("Phát triển kinh tế", callback_data="f")]])
SEND = InlineKeyboardMarkup([[InlineKeyboardButton("Gửi", callback_data="ok")]])
WORDS = filters.TEXT & ~filters.COMMAND
Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, _context: Context) -> int:
    """Ask for the name."""
    await _message(update).reply_text("Tên mô hình là gì?")
    return NAME


async def name(update: Update, context: Context) -> int:
    """Keep the name, ask where."""
    _data(context)["name"] = _message(update).text or ""
    await _message(update).reply_text("Mô hình làm ở đâu?")
    return ADDRESS


async def address(update: Update, context: Context) -> int:
    """Keep the address, ask for the field."""
    _data(context)["address"] = _message(update).text or ""
    await _message(update).reply_text("Lĩnh vực nào?", reply_markup=FIELDS)
    return FIELD


async def field(update: Update, context: Context) -> int:
    """Keep the field, ask for the content."""
    _data(context)["field"] = await _pressed(update)
    await _message(update).reply_text("Nội dung?")
    return CONTENT


async def content(update: Update, context: Context) -> int:
    """Keep the content, read everything back."""
    _data(context)["content"] = _message(update).text or ""
    said = "\n".join(_data(context).values())
    await _message(update).reply_text(f"Kiểm tra lại:\n{said}", reply_markup=SEND)
    return REVIEW


async def review(update: Update, context: Context) -> int:
    """Put the entry into the register."""
    await _pressed(update)
    data = _data(context)
    row = tuple(data[key] for key in ("name", "address", "field", "content"))
    with sqlite3.connect(sys.argv[3]) as register:
        number = register.execute("INSERT INTO entries VALUES (?, ?, ?, ?)", row).lastrowid
    await _message(update).reply_text(f"ĐÃ NHẬN đăng ký số {number}")
    return ConversationHandler.END


def _message(update: Update) -> Message:
    message = update.effective_message
    assert isinstance(message, Message)  # noqa: S101 - the handlers take nothing else
    return message


def _data(context: Context) -> dict[str, str]:
    assert context.user_data is not None  # noqa: S101 - a person wrote
    return context.user_data


async def _pressed(update: Update) -> str:
    query = update.callback_query
    assert query is not None  # noqa: S101 - a button was pressed
    await query.answer()
    return query.data or ""


def main() -> None:
    """Run on the server, token and file given as arguments."""
    server, token, file = sys.argv[1:4]
    with sqlite3.connect(file) as register:
        register.execute("PRAGMA journal_mode=WAL")
        register.execute("CREATE TABLE entries (name, address, field, content)")
    bot = Application.builder().token(token).base_url(f"{server}/bot").build()
    talk = ConversationHandler(
        entry_points=[CommandHandler("start", start)],
        states={
            NAME: [MessageHandler(WORDS, name)],
            ADDRESS: [MessageHandler(WORDS, address)],
            FIELD: [CallbackQueryHandler(field)],
            CONTENT: [MessageHandler(WORDS, content)],
            REVIEW: [CallbackQueryHandler(review)],
        },
        fallbacks=[],
    )
    bot.add_handler(talk)
    bot.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
