"""bench/peers/asyncpg_peer.py: the work on asyncpg. CASE PATH OPERATIONS; PATH is "FOLDER NAME". Prints nanoseconds an operation."""
import asyncio, random, sys, time

import asyncpg

POINT = "SELECT id, username, email, age, balance, is_active, created_at FROM users WHERE id = $1"
SCAN = "SELECT id, username, email, age, balance, is_active, created_at FROM users"
ROWS = 100000


def rows():
    return [(i + 1, f"user{i + 1}", f"user{i + 1}@example.com", 18 + i % 60, i / 100, bool(i & 1), 1700000000000000 + i) for i in range(ROWS)]


async def work(name, db, pool, data, operations):
    keys = random.Random(7)
    if name == "point":
        statement = await db.prepare(POINT)
        for _ in range(operations):
            assert await statement.fetchrow(keys.randint(1, ROWS)) is not None
    elif name == "inflight":
        # One connection carries one query at a time; a pool of four is what its users have.
        async def one(key):
            async with pool.acquire() as lent:
                assert await lent.fetchrow(POINT, key) is not None
        for _ in range(operations // 64):
            await asyncio.gather(*[one(keys.randint(1, ROWS)) for _ in range(64)])
    elif name == "scan":
        assert len([(r[0], r[1], r[2], r[3], r[4], r[5], r[6]) for r in await db.fetch(SCAN)]) == ROWS
    else:
        await db.execute("TRUNCATE users")
        await db.copy_records_to_table("users", records=data)


async def main(name, path, operations):
    host, database = path.split()
    db = await asyncpg.connect(host=host, user="cquel", database=database)
    pool = await asyncpg.create_pool(host=host, user="cquel", database=database, min_size=4, max_size=4) if name == "inflight" else None
    data = rows() if name == "bulk" else None
    await work(name, db, pool, data, operations)
    started = time.perf_counter_ns()
    await work(name, db, pool, data, operations)
    print((time.perf_counter_ns() - started) / operations)


asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
