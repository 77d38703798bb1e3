from bot.remind.sources.blocked import WHO_HAS_BLOCKED
from tests.bot.ordering import HANH
from tests.bot.posting import Post
from tests.bot.remind.planning import Errands, errand, planner
from tests.bot.scene import found_says, reach
from tests.fakes.telegram import Person
from tests.hamlet import hamlet, settle_in


async def test_who_blocks_the_assistant_is_told_of_once(post: Post, lan: Person) -> None:
    world = hamlet(post.db)
    async with post.db.writing() as tx:
        await settle_in(tx)
    await reach(world, "pao", post.chat(lan))
    await reach(world, "hanh", HANH)
    errands = Errands([errand("bees"), errand("fish", joins=False)])
    await lan.blocks()
    await planner(world, errands).plan(world.clock.ms)
    post.clock.ms = world.clock.ms
    await post.rounds()
    for _ in range(2):
        await planner(world, errands, WHO_HAS_BLOCKED).plan(world.clock.ms)

    (say,) = await found_says(post.db, HANH)
    assert say.text == (
        "Đồng chí Giàng A Páo (Chi bộ bản Suối Đá) đã chặn tin của trợ lý nên không nhận được nhắc"
        " việc. Đồng chí gọi điện giúp: 0912 000 001."
    )
