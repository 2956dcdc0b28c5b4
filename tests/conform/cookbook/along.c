/* cookbook/along.c: recipes that ask and count along relations.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#define Busy_FIELDS(FIELD)                                     \
	FIELD(name,    TEXT, users.username)                       \
	FIELD(number,  BIGINT, COUNT_OF(users.posts))              \
	FIELD(longer,  BIGINT, COUNT_OF(users.posts, GT(posts.words, 200))) \
	FIELD(reports, BIGINT, COUNT_OF_AS(boss, users.reports, boss.is_active))
CQ_ROW(Busy)

void cookbook_along(void **state)
{
	(void)state;
	READ(Name, NONE, "SELECT id, username FROM users WHERE id IN (SELECT author_id FROM posts) ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(ANY(users.posts)), ORDER_BY(users.id));
	READ(Name, NONE, "SELECT id, username FROM users WHERE id IN (SELECT author_id FROM posts WHERE section = 'arts' AND words > 100) ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(ANY(users.posts, EQ(posts.section, "arts"), GT(posts.words, 100))), ORDER_BY(users.id));
	READ(Name, NONE, "SELECT id, username FROM users WHERE id NOT IN (SELECT author_id FROM posts WHERE score IS NULL) ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(NOT(ANY(users.posts, IS_NULL(posts.score)))), ORDER_BY(users.id));
	READ(Name, NONE, "SELECT posts.id, title FROM posts WHERE author_id IN (SELECT id FROM users WHERE NOT is_active) ORDER BY id",
		SELECT(posts.id, posts.title), FROM(posts), WHERE(HAS(posts.author, NOT(users.is_active))), ORDER_BY(posts.id));
	READ(Name, NONE, "SELECT id, username FROM users WHERE id IN (SELECT boss_id FROM users WHERE age < 30) ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(ANY_AS(boss, users.reports, LT(boss.age, 30))), ORDER_BY(users.id));
	READ(Name, NONE, "SELECT id, username FROM users WHERE boss_id IN (SELECT id FROM users WHERE role = 'owner') ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(HAS_AS(boss, users.leader, EQ(boss.role, ROLE_OWNER))), ORDER_BY(users.id));
	/* Of posts those of whom another one leads; two steps. */
	READ(Name, NONE, "SELECT posts.id, title FROM posts JOIN users ON users.id = author_id WHERE boss_id IN (SELECT id FROM users WHERE is_active) ORDER BY posts.id",
		SELECT(posts.id, posts.title), FROM(posts), WHERE(HAS(posts.author, HAS_AS(boss, users.leader, boss.is_active))), ORDER_BY(posts.id));
	READ(Busy, NONE, "SELECT username, (SELECT COUNT(*) FROM posts WHERE author_id = u.id), (SELECT COUNT(*) FROM posts WHERE author_id = u.id AND words > 200), "
		"(SELECT COUNT(*) FROM users r WHERE r.boss_id = u.id AND r.is_active) FROM users u ORDER BY 2 DESC, 1",
		SELECT_ROW(Busy), FROM(users), ORDER_BY(DESC(LABEL(number)), LABEL(name)));
	READ(Name, NONE, "SELECT users.id, title FROM users JOIN posts ON author_id = users.id WHERE posts.section = 'sports' ORDER BY posts.id",
		SELECT(users.id, posts.title), FROM(users), JOIN(posts, ALONG(users.posts)), WHERE(EQ(posts.section, "sports")), ORDER_BY(posts.id));
	WRITE(NONE, "UPDATE users SET is_active = FALSE WHERE id NOT IN (SELECT author_id FROM posts)", "SELECT id FROM users WHERE is_active ORDER BY id",
		UPDATE(users, SET(is_active, false)), WHERE(NOT(ANY(users.posts))));
	WRITE(NONE, "DELETE FROM posts WHERE author_id IN (SELECT id FROM users WHERE boss_id IS NULL)", "SELECT id FROM posts ORDER BY id",
		DELETE_FROM(posts), WHERE(HAS(posts.author, IS_NULL(users.boss_id))));
}
