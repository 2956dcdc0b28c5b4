/* tests/conform/relation.h: the models of the tests of what relations do, a session over them, and what it sent.
 *
 * It knows nothing of what is tested. Each test gets a fresh database of the kind that the run is about.
 */
#ifndef CQ_TEST_RELATION_H
#define CQ_TEST_RELATION_H

#include "one_session.h"

/* users own posts and a profile, whatever becomes of these is theirs to say; notes and teams lose them and live on. */
#define users_COLUMNS(COLUMN)                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(name, VARCHAR(20))                                    \
	COLUMN(bio, NULLABLE(TEXT))                                  \
	COLUMN(mood, VARCHAR(20), DEFAULT_SQL("'calm'"))
#define users_RELATIONS(RELATION)                                \
	RELATION(posts, HAS_MANY(Post, author_id), BACK(author), CASCADE(ALL, DELETE_ORPHAN), ORDERED_BY(id)) \
	RELATION(profile, HAS_ONE(Profile, user_id), BACK(user), CASCADE(ALL, DELETE_ORPHAN)) \
	RELATION(notes, HAS_MANY(Note, owner_id))                    \
	RELATION(events, HAS_MANY(Event, user_id), WRITE_ONLY)
#define profiles_COLUMNS(COLUMN)                                 \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(user_id, BIGINT, REFERENCES(users, id), UNIQUE)       \
	COLUMN(text, TEXT)
#define profiles_RELATIONS(RELATION)                             \
	RELATION(user, BELONGS_TO(User, user_id), BACK(profile))
#define posts_COLUMNS(COLUMN)                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(author_id, BIGINT, REFERENCES(users, id))             \
	COLUMN(title, VARCHAR(100))
#define posts_RELATIONS(RELATION)                                \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts))   \
	RELATION(tags, MANY_TO_MANY(Tag, post_tags, post_id, tag_id), BACK(posts))
#define tags_COLUMNS(COLUMN)                                     \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(name, VARCHAR(20), UNIQUE)
#define tags_RELATIONS(RELATION)                                 \
	RELATION(posts, MANY_TO_MANY(Post, post_tags, tag_id, post_id), BACK(tags))
#define post_tags_COLUMNS(COLUMN)                                \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id))  \
	COLUMN(tag_id, BIGINT, PRIMARY_KEY, REFERENCES(tags, id))
/* One-sided: a note does not know whose it is, and its labels do not know it. */
#define notes_COLUMNS(COLUMN)                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(owner_id, NULLABLE(BIGINT), REFERENCES(users, id))    \
	COLUMN(text, TEXT)
#define notes_RELATIONS(RELATION)                                \
	RELATION(labels, MANY_TO_MANY(Tag, note_labels, note_id, tag_id))
#define note_labels_COLUMNS(COLUMN)                              \
	COLUMN(note_id, BIGINT, PRIMARY_KEY, REFERENCES(notes, id))  \
	COLUMN(tag_id, BIGINT, PRIMARY_KEY, REFERENCES(tags, id))
#define events_COLUMNS(COLUMN)                                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(user_id, NULLABLE(BIGINT), REFERENCES(users, id))     \
	COLUMN(what, TEXT)
/* A tree, and a graph over it. */
#define nodes_COLUMNS(COLUMN)                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(nodes, id))   \
	COLUMN(name, VARCHAR(20))
#define nodes_RELATIONS(RELATION)                                \
	RELATION(parent, BELONGS_TO(Node, parent_id), BACK(children)) \
	RELATION(children, HAS_MANY(Node, parent_id), BACK(parent), CASCADE(ALL), ORDERED_BY(id)) \
	RELATION(sees, MANY_TO_MANY(Node, sights, from_id, to_id), BACK(seen_by)) \
	RELATION(seen_by, MANY_TO_MANY(Node, sights, to_id, from_id), BACK(sees))
#define sights_COLUMNS(COLUMN)                                   \
	COLUMN(from_id, BIGINT, PRIMARY_KEY, REFERENCES(nodes, id))  \
	COLUMN(to_id, BIGINT, PRIMARY_KEY, REFERENCES(nodes, id))
/* The database deletes members along with their team; desks may not be without one, and nobody says what becomes of them. */
#define teams_COLUMNS(COLUMN)                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(name, VARCHAR(20))
#define teams_RELATIONS(RELATION)                                \
	RELATION(members, HAS_MANY(Member, team_id), BACK(team), CASCADE(ALL), PASSIVE_DELETES) \
	RELATION(desks, HAS_MANY(Desk, team_id), BACK(team), CASCADE(MERGE))
#define members_COLUMNS(COLUMN)                                  \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(team_id, BIGINT, REFERENCES(teams, id), ON_DELETE(CASCADE)) \
	COLUMN(name, VARCHAR(20))
#define members_RELATIONS(RELATION)                              \
	RELATION(team, BELONGS_TO(Team, team_id), BACK(members))
#define desks_COLUMNS(COLUMN)                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(team_id, BIGINT, REFERENCES(teams, id))               \
	COLUMN(place, VARCHAR(20))
#define desks_RELATIONS(RELATION)                                \
	RELATION(team, BELONGS_TO(Team, team_id), BACK(desks))
/* An album takes its photos along, and its cover. */
#define albums_COLUMNS(COLUMN)                                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(cover_id, NULLABLE(BIGINT), REFERENCES(photos, id))
#define albums_RELATIONS(RELATION)                               \
	RELATION(photos, MANY_TO_MANY(Photo, album_photos, album_id, photo_id), CASCADE(ALL)) \
	RELATION(cover, BELONGS_TO(Photo, cover_id), CASCADE(ALL))
#define photos_COLUMNS(COLUMN)                                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(name, VARCHAR(20))
#define album_photos_COLUMNS(COLUMN)                             \
	COLUMN(album_id, BIGINT, PRIMARY_KEY, REFERENCES(albums, id)) \
	COLUMN(photo_id, BIGINT, PRIMARY_KEY, REFERENCES(photos, id))
#define documents_COLUMNS(COLUMN)                                \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(version, INTEGER, VERSION)                            \
	COLUMN(text, TEXT)                                           \
	COLUMN(data, NULLABLE(BYTES))

CQ_MODEL(User, users)
CQ_MODEL(Profile, profiles)
CQ_MODEL(Post, posts)
CQ_MODEL(Tag, tags)
CQ_MODEL(Note, notes)
CQ_MODEL(Event, events)
CQ_MODEL(Node, nodes)
CQ_MODEL(Team, teams)
CQ_MODEL(Member, members)
CQ_MODEL(Desk, desks)
CQ_MODEL(Document, documents)
CQ_MODEL(Album, albums)
CQ_MODEL(Photo, photos)
CQ_ASSOCIATION(post_tags)
CQ_ASSOCIATION(note_labels)
CQ_ASSOCIATION(sights)
CQ_ASSOCIATION(album_photos)
CQ_RELATIONS(users, profiles, posts, tags, notes, nodes, teams, members, desks, albums)

#define MODEL(S) ((const cq_table *)cq_target_##S.target.descriptor)

static inline int relation_open(void **state)
{
	const cq_table *const tables[] = { CQ_TABLE(users), CQ_TABLE(profiles), CQ_TABLE(posts), CQ_TABLE(tags), CQ_TABLE(notes), CQ_TABLE(events),
		CQ_TABLE(nodes), CQ_TABLE(teams), CQ_TABLE(members), CQ_TABLE(desks), CQ_TABLE(documents), CQ_TABLE(albums), CQ_TABLE(photos),
		CQ_TABLE(album_photos), CQ_TABLE(post_tags), CQ_TABLE(note_labels), CQ_TABLE(sights) };
	(void)state;
	return one_session_open(tables, sizeof tables / sizeof *tables);
}

/* ---- what the tests say -------------------------------------------------------------------------------------------- */

#define ADDED(S, object) MUST(cq_add(session, S, object))
#define APPEND(object, relation, other) MUST(cq_append(session, object, relation, other))
#define REMOVE(object, relation, other) MUST(cq_remove(session, object, relation, other))
#define ASSIGN(object, relation, other) MUST(cq_assign(session, object, relation, other))
#define DELETED(object) MUST(cq_delete(session, object))
#define FLUSH() MUST(cq_flush(session))
#define COMMIT() MUST(cq_commit(session))
#define ROLLBACK() MUST(cq_rollback(session))
#define LOAD(object, ...) MUST(cq_load(session, object, __VA_ARGS__))

/* The object of a row, or NULL. */
#define GET(S, key)                                \
	__extension__({                                \
		S *got_ = NULL;                            \
		MUST(cq_get(session, S, &got_, key));      \
		got_;                                      \
	})

/* A loaded collection holds just these objects, in this order. */
#define assert_holds(collection, ...) \
	assert_holds_all(cq_is_loaded(collection), (const void *const *)(const void *)(collection).items, (collection).count, \
		(const void *const[]){ __VA_ARGS__ }, sizeof((const void *const[]){ __VA_ARGS__ }) / sizeof(void *), __LINE__)
#define assert_empty(collection) assert_holds_all(cq_is_loaded(collection), NULL, (collection).count, NULL, 0, __LINE__)

static inline void assert_holds_all(bool loaded, const void *const *held, size_t count, const void *const *wanted, size_t wanted_count, int line)
{
	if (!loaded)
		fail_msg("line %d: the relation is not loaded", line);
	if (count != wanted_count)
		fail_msg("line %d: it holds %zu objects and not %zu", line, count, wanted_count);
	for (size_t i = 0; i < count; i++)
		if (held[i] != wanted[i])
			fail_msg("line %d: object %zu is another one", line, i);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, relation_open, one_session_close)

#endif
