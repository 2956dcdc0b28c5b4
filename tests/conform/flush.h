/* tests/conform/flush.h: the models of the tests of flushing, a session over them, and what it sent.
 *
 * It knows nothing of what is tested. Each test gets a fresh database of the kind that the run is about.
 */
#ifndef CQ_TEST_FLUSH_H
#define CQ_TEST_FLUSH_H

#include "one_session.h"

#define users_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(username, VARCHAR(20), UNIQUE)                   \
	COLUMN(email, NULLABLE(VARCHAR(40)), UNIQUE)            \
	COLUMN(age, INTEGER, DEFAULT(18), CHECK("age >= 0"))    \
	COLUMN(mood, VARCHAR(20), DEFAULT_SQL("'calm'"))
#define users_RELATIONS(RELATION)                           \
	RELATION(posts, HAS_MANY(Post, author_id), BACK(author)) \
	RELATION(profile, HAS_ONE(Profile, user_id), BACK(user))
#define profiles_COLUMNS(COLUMN)                            \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(user_id, BIGINT, REFERENCES(users, id), UNIQUE)  \
	COLUMN(text, TEXT)
#define profiles_RELATIONS(RELATION)                        \
	RELATION(user, BELONGS_TO(User, user_id), BACK(profile))
#define posts_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(author_id, NULLABLE(BIGINT), REFERENCES(users, id)) \
	COLUMN(title, VARCHAR(100))                             \
	COLUMN(changed, NULLABLE(TIMESTAMP), ON_UPDATE_NOW)
#define posts_RELATIONS(RELATION)                           \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts)) \
	RELATION(tags, MANY_TO_MANY(Tag, post_tags, post_id, tag_id), BACK(posts))
#define tags_COLUMNS(COLUMN)                                \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(name, VARCHAR(20), UNIQUE)
#define tags_RELATIONS(RELATION)                            \
	RELATION(posts, MANY_TO_MANY(Post, post_tags, tag_id, post_id), BACK(tags))
#define post_tags_COLUMNS(COLUMN)                           \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id)) \
	COLUMN(tag_id, BIGINT, PRIMARY_KEY, REFERENCES(tags, id)) \
	COLUMN(since, TIMESTAMP, DEFAULT_NOW)
#define nodes_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(nodes, id)) \
	COLUMN(name, VARCHAR(20))
#define nodes_RELATIONS(RELATION)                           \
	RELATION(parent, BELONGS_TO(Node, parent_id), BACK(children)) \
	RELATION(children, HAS_MANY(Node, parent_id), BACK(parent))
/* Each player has a team, and a team may have one of them as its captain. */
#define teams_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(captain_id, NULLABLE(BIGINT), REFERENCES(players, id)) \
	COLUMN(name, VARCHAR(20))
#define teams_RELATIONS(RELATION)                           \
	RELATION(captain, BELONGS_TO(Player, captain_id))
#define players_COLUMNS(COLUMN)                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(team_id, BIGINT, REFERENCES(teams, id))          \
	COLUMN(name, VARCHAR(20))
#define players_RELATIONS(RELATION)                         \
	RELATION(team, BELONGS_TO(Team, team_id))
#define documents_COLUMNS(COLUMN)                           \
	COLUMN(id, BIGINT, PRIMARY_KEY)                         \
	COLUMN(version, INTEGER, VERSION)                       \
	COLUMN(text, TEXT)
/* Keys that the program gives, of two columns; a place that is unique beside them. */
#define seats_COLUMNS(COLUMN)                               \
	COLUMN(room, INTEGER, PRIMARY_KEY)                      \
	COLUMN(number, INTEGER, PRIMARY_KEY)                    \
	COLUMN(line, INTEGER)                                   \
	COLUMN(place, INTEGER)                                  \
	COLUMN(guest, VARCHAR(20))
#define seats_OPTIONS(OPTION) OPTION(UNIQUE(line, place))

CQ_MODEL(User, users)
CQ_MODEL(Profile, profiles)
CQ_MODEL(Post, posts)
CQ_MODEL(Tag, tags)
CQ_ASSOCIATION(post_tags)
CQ_MODEL(Node, nodes)
CQ_MODEL(Team, teams)
CQ_MODEL(Player, players)
CQ_MODEL(Document, documents)
CQ_MODEL(Seat, seats)

static inline int flush_open(void **state)
{
	(void)state;
	return one_session_open((const cq_table *const[]){ CQ_TABLE(users), CQ_TABLE(profiles), CQ_TABLE(posts), CQ_TABLE(tags),
		CQ_TABLE(post_tags), CQ_TABLE(nodes), CQ_TABLE(teams), CQ_TABLE(players), CQ_TABLE(documents), CQ_TABLE(seats) }, 10);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, flush_open, one_session_close)

#endif
