"""A plain bot with the same conversation in short, as python-telegram-bot's own examples are made.

A ConversationHandler, PicklePersistence to survive restarts, a row in SQLite at the end. Updates
and contexts are Any: in the library's types nearly all of them may be None.
"""

import os
from pathlib import Path
from typing import Any

import aiosqlite
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

NAME, ADDRESS, FIELD, CONTENT, REVIEW = range(5)
TABLE = """CREATE TABLE IF NOT EXISTS entries (
    number INTEGER PRIMARY KEY, name TEXT, address TEXT, field TEXT, content TEXT)"""
FIELDS = {"economy": "Phát triển kinh tế", "culture-society": "Văn hóa – xã hội"}
REGISTER = filters.Regex("^đăng ký$")
WORDS = filters.TEXT & ~filters.COMMAND & ~REGISTER


def database() -> Path:
    """Return where the entries are."""
    return Path(os.environ["KHEO_DATA"], "entries.db")


def memory() -> Path:
    """Return where PicklePersistence keeps what it knows."""
    return Path(os.environ["KHEO_DATA"], "memory.pickle")


async def begin(update: Any, context: Any) -> int:
    """Ask for the name."""
    count = context.user_data.pop("count", 0) + 1
    context.user_data.clear()
    context.user_data["count"] = count
    await ask(update, context, "name", "Câu 1/4. Tên mô hình là gì?")
    return NAME


async def take_name(update: Any, context: Any) -> int:
    """Keep the name, ask for the address."""
    context.user_data["name"] = update.message.text
    await ask(update, context, "address", "Câu 2/4. Mô hình làm ở đâu?")
    return ADDRESS


async def take_address(update: Any, context: Any) -> int:
    """Keep the address, ask for the field."""
    context.user_data["address"] = update.message.text
    await ask(update, context, "field", "Câu 3/4. Lĩnh vực nào?", FIELDS)
    return FIELD


async def take_field(update: Any, context: Any) -> int:
    """Keep the field, ask for the content."""
    await update.callback_query.answer()
    context.user_data["field"] = update.callback_query.data.rpartition(":")[2]
    await ask(update, context, "content", "Câu 4/4. Nội dung?")
    return CONTENT


async def take_content(update: Any, context: Any) -> int:
    """Keep the content, read everything back."""
    context.user_data["content"] = update.message.text
    answers = "\n".join(context.user_data[box] for box in ("name", "address", "field", "content"))
    await ask(update, context, "review", f"Đồng chí kiểm tra lại:\n\n{answers}", {"send": "Gửi"})
    return REVIEW


async def send(update: Any, context: Any) -> int:
    """Register, and say so."""
    await update.callback_query.answer()
    answers = [context.user_data[box] for box in ("name", "address", "field", "content")]
    async with aiosqlite.connect(database(), timeout=60) as db:
        added = await db.execute(
            "INSERT INTO entries (name, address, field, content) VALUES (?, ?, ?, ?)", answers
        )
        await db.commit()
    code = f"DVK-2027-{added.lastrowid:04d}"
    await update.effective_chat.send_message(f"Đã nhận đăng ký số {code} “{answers[0]}”.")
    return ConversationHandler.END


async def ask(
    update: Any, context: Any, key: str, text: str, ways: dict[str, str] | None = None
) -> None:
    """Ask with buttons that carry, as Khéo's do, (dialog, key, code)."""
    shown = {**(ways or {}), "0": "Thôi"}
    data = f"d:{context.user_data['count']}:{key}"
    rows = [
        [InlineKeyboardButton(label, callback_data=f"{data}:{c}")] for c, label in shown.items()
    ]
    await update.effective_chat.send_message(text, reply_markup=InlineKeyboardMarkup(rows))


async def stop(update: Any, _context: Any) -> int:
    """Give up."""
    await update.callback_query.answer()
    return ConversationHandler.END


async def make_table(_application: Any) -> None:
    """See that there is a table."""
    async with aiosqlite.connect(database()) as db:
        await db.execute(TABLE)
        await db.commit()


def live() -> None:
    """Serve by polling until told to stop."""
    application = (
        Application.builder()
        .token(os.environ["KHEO_TELEGRAM_TOKEN"])
        .base_url(f"{os.environ['KHEO_TELEGRAM_API']}/bot")
        .persistence(PicklePersistence(memory()))
        .post_init(make_table)
        .build()
    )
    conversation = ConversationHandler(
        entry_points=[CommandHandler("start", begin), MessageHandler(REGISTER, begin)],
        states={
            NAME: [MessageHandler(WORDS, take_name)],
            ADDRESS: [MessageHandler(WORDS, take_address)],
            FIELD: [CallbackQueryHandler(take_field, pattern=".*:(economy|culture-society)$")],
            CONTENT: [MessageHandler(WORDS, take_content)],
            REVIEW: [CallbackQueryHandler(send, pattern=".*:send$")],
        },
        fallbacks=[CallbackQueryHandler(stop, pattern=".*:0$")],
        name="register",
        persistent=True,
    )
    application.add_handler(conversation)
    application.run_polling()
