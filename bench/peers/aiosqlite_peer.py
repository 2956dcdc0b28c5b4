"""bench/peers/aiosqlite_peer.py: the work on aiosqlite. CASE PATH OPERATIONS; PATH is a file. Prints nanoseconds an operation."""
import asyncio, random, sys, time

import aiosqlite

COLUMNS = "id, username, email, age, balance, is_active, created_at"
ROWS = 100000


async def work(name, db, data, operations):
    keys = random.Random(7)
    if name == "point":
        for _ in range(operations):
            async with db.execute(f"SELECT {COLUMNS} FROM users WHERE id = ?", (keys.randint(1, ROWS),)) as cursor:
                assert await cursor.fetchone() is not None
    elif name == "inflight":
        async def one(key):
            async with db.execute(f"SELECT {COLUMNS} FROM users WHERE id = ?", (key,)) as cursor:
                assert await cursor.fetchone() is not None
        for _ in range(operations // 64):
            await asyncio.gather(*[one(keys.randint(1, ROWS)) for _ in range(64)])
    elif name == "scan":
        async with db.execute(f"SELECT {COLUMNS} FROM users") as cursor:
            assert len(await cursor.fetchall()) == ROWS
    else:
        await db.execute("DELETE FROM users")
        await db.executemany(f"INSERT INTO users({COLUMNS}) VALUES(?, ?, ?, ?, ?, ?, ?)", data)
        await db.commit()


async def main(name, path, operations):
    async with aiosqlite.connect(path) as db:
        await db.execute("PRAGMA synchronous=NORMAL")
        data = [(i + 1, f"user{i + 1}", f"user{i + 1}@example.com", 18 + i % 60, i / 100, i & 1, 1700000000000000 + i) for i in range(ROWS)]
        await work(name, db, data, operations)
        started = time.perf_counter_ns()
        await work(name, db, data, operations)
        print((time.perf_counter_ns() - started) / operations)


asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
