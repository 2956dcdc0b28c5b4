"""bench/peers/sqlalchemy_peer.py: the work on SQLAlchemy's asynchronous ORM. CASE PATH OPERATIONS; PATH is a URL. Prints nanoseconds
an operation."""
import asyncio, random, sys, time

from sqlalchemy import BigInteger, Boolean, Column, Float, Integer, Text, select, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import declarative_base

ROWS = 100000
Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = Column(BigInteger, primary_key=True)
    username = Column(Text, nullable=False)
    email = Column(Text, nullable=False)
    age = Column(Integer, nullable=False)
    balance = Column(Float, nullable=False)
    is_active = Column(Boolean, nullable=False)
    created_at = Column(BigInteger, nullable=False)


async def point(engine, session, key):
    assert (await session.execute(select(User).where(User.id == key))).scalar_one() is not None
    session.expunge_all()


async def work(name, engine, data, operations):
    keys = random.Random(7)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        if name == "point":
            for _ in range(operations):
                await point(engine, session, keys.randint(1, ROWS))
        elif name == "inflight":
            async def one(key):
                async with AsyncSession(engine) as own:
                    await point(engine, own, key)
            for _ in range(operations // 64):
                await asyncio.gather(*[one(keys.randint(1, ROWS)) for _ in range(64)])
        elif name == "scan":
            assert len((await session.execute(select(User))).scalars().all()) == ROWS
        else:
            await session.execute(text("TRUNCATE users" if engine.dialect.name == "postgresql" else "DELETE FROM users"))
            await session.run_sync(lambda sync: sync.bulk_insert_mappings(User, data))
            await session.commit()


async def main(name, url, operations):
    engine = create_async_engine(url)
    data = [dict(id=i + 1, username=f"user{i + 1}", email=f"user{i + 1}@example.com", age=18 + i % 60, balance=i / 100, is_active=bool(i & 1),
        created_at=1700000000000000 + i) for i in range(ROWS)]
    await work(name, engine, data, operations)
    started = time.perf_counter_ns()
    await work(name, engine, data, operations)
    print((time.perf_counter_ns() - started) / operations)
    await engine.dispose()


asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
