/* macros.c: the program's own macros around the language, which take and give parts of statements. */
#include "../models.h"

#define ACTIVE(t) AND(t.is_active, GT(t.age, 17))
#define NAMED(t, n) EQ(t.username, n)
#define WITH_POSTS JOIN(posts, EQ(posts.author_id, users.id))
#define NEWEST_FIRST(t) ORDER_BY(DESC(t.created_at), t.id)
#define USERS_WHERE(...) SQL(SELECT_ALL(users), FROM(users), WHERE(__VA_ARGS__))
#define RUN(...) CQ_TRY(cq_execute(db, NULL, __VA_ARGS__))
#define EQUALS(a, b) EQ(a, b)

cq_status around(const char *wanted);
cq_condition older_than(int years);

cq_condition older_than(int years)
{
	return CONDITION(GT(users.age, years));
}

cq_status around(const char *wanted)
{
	cq_rows(User) found;
	RUN(SQL(SELECT(users.id), FROM(users), WITH_POSTS, WHERE(ACTIVE(users), NAMED(users, wanted)), NEWEST_FIRST(users)));
	RUN(SQL(SELECT(users.id), FROM(users), JOIN(boss, EQUALS(boss.id, users.boss_id)), WHERE(ACTIVE(boss), ANY_OF(i, count, NAMED(boss, names[i])))));
	RUN(SQL(SELECT(users.id), FROM(users), WHERE(older_than(number), NOT(older_than(65)))));
	CQ_TRY(cq_all(db, User, &found, USERS_WHERE(ACTIVE(users), OR(NAMED(users, wanted), IS_NULL(users.bio)))));
	return cq_all(db, User, &found, USERS_WHERE(users.is_active));
}
