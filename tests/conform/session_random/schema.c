/* conform/session_random/schema.c: the models of the random test of sessions, described for the naive model, and every statement over them.
 * It knows nothing of what is expected. step.c and compare.c call it.
 */
#include "world.h"

#include <cquel/define.h>
#include <cquel/execute.h>
#include <cquel/schema.h>
#include <cquel/transaction.h>
#include <cquel/words.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define users_COLUMNS(COLUMN)                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(username, VARCHAR(20), UNIQUE)                        \
	COLUMN(bio, NULLABLE(VARCHAR(20)))                           \
	COLUMN(boss_id, NULLABLE(BIGINT), REFERENCES(users, id))     \
	COLUMN(version, INTEGER, VERSION)
#define users_RELATIONS(RELATION)                                \
	RELATION(posts, HAS_MANY(Post, author_id), BACK(author), CASCADE(ALL, DELETE_ORPHAN), ORDERED_BY(id)) \
	RELATION(edits, HAS_MANY(Post, editor_id), BACK(editor))     \
	RELATION(profile, HAS_ONE(Profile, user_id), BACK(user), CASCADE(ALL, DELETE_ORPHAN)) \
	RELATION(boss, BELONGS_TO(User, boss_id), BACK(staff))       \
	RELATION(staff, HAS_MANY(User, boss_id), BACK(boss))         \
	RELATION(letters, HAS_MANY(Letter, user_id))
#define profiles_COLUMNS(COLUMN)                                 \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(user_id, BIGINT, REFERENCES(users, id), UNIQUE)       \
	COLUMN(text, VARCHAR(20))
#define profiles_RELATIONS(RELATION)                             \
	RELATION(user, BELONGS_TO(User, user_id), BACK(profile))
#define posts_COLUMNS(COLUMN)                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(author_id, BIGINT, REFERENCES(users, id))             \
	COLUMN(editor_id, NULLABLE(BIGINT), REFERENCES(users, id))   \
	COLUMN(title, VARCHAR(20))                                   \
	COLUMN(slug, NULLABLE(VARCHAR(20)), UNIQUE)
#define posts_RELATIONS(RELATION)                                \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts))   \
	RELATION(editor, BELONGS_TO(User, editor_id), BACK(edits))   \
	RELATION(comments, HAS_MANY(Comment, post_id), BACK(post), CASCADE(ALL)) \
	RELATION(tags, MANY_TO_MANY(Tag, post_tags, post_id, tag_id), BACK(posts))
#define comments_COLUMNS(COLUMN)                                 \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(post_id, BIGINT, REFERENCES(posts, id))               \
	COLUMN(parent_id, NULLABLE(BIGINT), REFERENCES(comments, id)) \
	COLUMN(text, NULLABLE(VARCHAR(20)))
#define comments_RELATIONS(RELATION)                             \
	RELATION(post, BELONGS_TO(Post, post_id), BACK(comments))    \
	RELATION(parent, BELONGS_TO(Comment, parent_id), BACK(replies)) \
	RELATION(replies, HAS_MANY(Comment, parent_id), BACK(parent), CASCADE(ALL))
#define tags_COLUMNS(COLUMN)                                     \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(name, VARCHAR(20), UNIQUE)
#define tags_RELATIONS(RELATION)                                 \
	RELATION(posts, MANY_TO_MANY(Post, post_tags, tag_id, post_id), BACK(tags))
#define post_tags_COLUMNS(COLUMN)                                \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id))  \
	COLUMN(tag_id, BIGINT, PRIMARY_KEY, REFERENCES(tags, id))
#define seats_COLUMNS(COLUMN)                                    \
	COLUMN(room, BIGINT, PRIMARY_KEY)                            \
	COLUMN(chair, VARCHAR(20), PRIMARY_KEY)                      \
	COLUMN(zone, BIGINT)                                         \
	COLUMN(number, NULLABLE(BIGINT))
#define seats_OPTIONS(OPTION) OPTION(UNIQUE(zone, number))
#define ships_COLUMNS(COLUMN)                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(captain_id, NULLABLE(BIGINT), REFERENCES(captains, id)) \
	COLUMN(name, VARCHAR(20))
#define ships_RELATIONS(RELATION)                                \
	RELATION(captain, BELONGS_TO(Captain, captain_id))
#define captains_COLUMNS(COLUMN)                                 \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(ship_id, NULLABLE(BIGINT), REFERENCES(ships, id))     \
	COLUMN(name, VARCHAR(20))
#define captains_RELATIONS(RELATION)                             \
	RELATION(ship, BELONGS_TO(Ship, ship_id))
#define letters_COLUMNS(COLUMN)                                  \
	COLUMN(id, BIGINT, PRIMARY_KEY)                              \
	COLUMN(user_id, NULLABLE(BIGINT), REFERENCES(users, id))     \
	COLUMN(text, VARCHAR(20))                                    \
	CQ_SOFT_DELETE(COLUMN)

CQ_MODEL(User, users)
CQ_MODEL(Profile, profiles)
CQ_MODEL(Post, posts)
CQ_MODEL(Comment, comments)
CQ_MODEL(Tag, tags)
CQ_ASSOCIATION(post_tags)
CQ_MODEL(Seat, seats)
CQ_MODEL(Ship, ships)
CQ_MODEL(Captain, captains)
CQ_MODEL(Letter, letters)
CQ_RELATIONS(users, profiles, posts, comments, tags, ships, captains, letters)

#define MODEL(S) ((const cq_table *)cq_target_##S.target.descriptor)
#define AT(S, name_, form_, refers_) \
	{ .name = #name_, .form = form_, .nullable = (form_) == MAYBE || (form_) == MAYBE_TEXT || (form_) == MOMENT, .refers = refers_, .offset = offsetof(S, name_) }
#define ALONG_(table_, name_, kind_, target_, column_, back_, all_, orphan_) \
	{ .name = #name_, .handle = CQ_RELATION(table_.name_), .kind = kind_, .target = target_, .column = column_, .back = back_, .all = all_, .orphan = orphan_ }

struct kind kinds[KINDS];

static const struct kind described[KINDS] = {
	[USERS] = { .name = "users", .size = sizeof(User), .automatic = true, .keys = 1, .version = 4, .soft = -1, .unique = { 1u << 1 }, .column_count = 5,
		.columns = { AT(User, id, NUMBER, -1), AT(User, username, TEXT, -1), AT(User, bio, MAYBE_TEXT, -1), AT(User, boss_id, MAYBE, USERS),
			AT(User, version, SMALL, -1) } },
	[PROFILES] = { .name = "profiles", .size = sizeof(Profile), .automatic = true, .keys = 1, .version = -1, .soft = -1, .unique = { 1u << 1 }, .column_count = 3,
		.columns = { AT(Profile, id, NUMBER, -1), AT(Profile, user_id, NUMBER, USERS), AT(Profile, text, TEXT, -1) } },
	[POSTS] = { .name = "posts", .size = sizeof(Post), .automatic = true, .keys = 1, .version = -1, .soft = -1, .unique = { 1u << 4 }, .column_count = 5,
		.columns = { AT(Post, id, NUMBER, -1), AT(Post, author_id, NUMBER, USERS), AT(Post, editor_id, MAYBE, USERS), AT(Post, title, TEXT, -1),
			AT(Post, slug, MAYBE_TEXT, -1) } },
	[COMMENTS] = { .name = "comments", .size = sizeof(Comment), .automatic = true, .keys = 1, .version = -1, .soft = -1, .column_count = 4,
		.columns = { AT(Comment, id, NUMBER, -1), AT(Comment, post_id, NUMBER, POSTS), AT(Comment, parent_id, MAYBE, COMMENTS), AT(Comment, text, MAYBE_TEXT, -1) } },
	[TAGS] = { .name = "tags", .size = sizeof(Tag), .automatic = true, .keys = 1, .version = -1, .soft = -1, .unique = { 1u << 1 }, .column_count = 2,
		.columns = { AT(Tag, id, NUMBER, -1), AT(Tag, name, TEXT, -1) } },
	[SEATS] = { .name = "seats", .size = sizeof(Seat), .keys = 2, .version = -1, .soft = -1, .unique = { 1u << 2 | 1u << 3 }, .column_count = 4,
		.columns = { AT(Seat, room, NUMBER, -1), AT(Seat, chair, TEXT, -1), AT(Seat, zone, NUMBER, -1), AT(Seat, number, MAYBE, -1) } },
	[SHIPS] = { .name = "ships", .size = sizeof(Ship), .automatic = true, .keys = 1, .version = -1, .soft = -1, .column_count = 3,
		.columns = { AT(Ship, id, NUMBER, -1), AT(Ship, captain_id, MAYBE, CAPTAINS), AT(Ship, name, TEXT, -1) } },
	[CAPTAINS] = { .name = "captains", .size = sizeof(Captain), .automatic = true, .keys = 1, .version = -1, .soft = -1, .column_count = 3,
		.columns = { AT(Captain, id, NUMBER, -1), AT(Captain, ship_id, MAYBE, SHIPS), AT(Captain, name, TEXT, -1) } },
	[LETTERS] = { .name = "letters", .size = sizeof(Letter), .automatic = true, .keys = 1, .version = -1, .soft = 3, .column_count = 4,
		.columns = { AT(Letter, id, NUMBER, -1), AT(Letter, user_id, MAYBE, USERS), AT(Letter, text, TEXT, -1), AT(Letter, deleted_at, MOMENT, -1) } },
};

static const char *texts[TEXTS];

static void along(int of, int count, const struct relation *relations)
{
	memcpy(kinds[of].relations, relations, (size_t)count * sizeof *relations);
	kinds[of].relation_count = count;
}

void schema_ready(void)
{
	static char names[TEXTS][16];
	for (int i = 0; i < TEXTS; i++) {
		snprintf(names[i], sizeof names[i], "t%d", i);
		texts[i] = names[i];
	}
	memcpy(kinds, described, sizeof kinds);
	const cq_table *const tables[KINDS] = { MODEL(User), MODEL(Profile), MODEL(Post), MODEL(Comment), MODEL(Tag), MODEL(Seat), MODEL(Ship), MODEL(Captain),
		MODEL(Letter) };
	for (int i = 0; i < KINDS; i++)
		kinds[i].table = tables[i];
	along(USERS, 6, (const struct relation[]){ ALONG_(users, posts, CQ_HAS_MANY, POSTS, 1, 0, true, true), ALONG_(users, edits, CQ_HAS_MANY, POSTS, 2, 1, false, false),
		ALONG_(users, profile, CQ_HAS_ONE, PROFILES, 1, 0, true, true), ALONG_(users, boss, CQ_BELONGS_TO, USERS, 3, 4, false, false),
		ALONG_(users, staff, CQ_HAS_MANY, USERS, 3, 3, false, false), ALONG_(users, letters, CQ_HAS_MANY, LETTERS, 1, -1, false, false) });
	along(PROFILES, 1, (const struct relation[]){ ALONG_(profiles, user, CQ_BELONGS_TO, USERS, 1, 2, false, false) });
	along(POSTS, 4, (const struct relation[]){ ALONG_(posts, author, CQ_BELONGS_TO, USERS, 1, 0, false, false), ALONG_(posts, editor, CQ_BELONGS_TO, USERS, 2, 1, false, false),
		ALONG_(posts, comments, CQ_HAS_MANY, COMMENTS, 1, 0, true, false), ALONG_(posts, tags, CQ_MANY_TO_MANY, TAGS, 0, 0, false, false) });
	along(COMMENTS, 3, (const struct relation[]){ ALONG_(comments, post, CQ_BELONGS_TO, POSTS, 1, 2, false, false),
		ALONG_(comments, parent, CQ_BELONGS_TO, COMMENTS, 2, 2, false, false), ALONG_(comments, replies, CQ_HAS_MANY, COMMENTS, 2, 1, true, false) });
	along(TAGS, 1, (const struct relation[]){ ALONG_(tags, posts, CQ_MANY_TO_MANY, POSTS, 1, 3, false, false) });
	along(SHIPS, 1, (const struct relation[]){ ALONG_(ships, captain, CQ_BELONGS_TO, CAPTAINS, 1, -1, false, false) });
	along(CAPTAINS, 1, (const struct relation[]){ ALONG_(captains, ship, CQ_BELONGS_TO, SHIPS, 1, -1, false, false) });
}

/* ---- values --------------------------------------------------------------------------------------------------------- */

static int64_t number_of_text(const char *text)
{
	return text == NULL ? NONE : text[0] == 't' ? strtoll(text + 1, NULL, 10) : -77;
}

int64_t value_of(int of, int column, const void *object)
{
	const void *const at = (const char *)object + kinds[of].columns[column].offset;
	switch (kinds[of].columns[column].form) {
	case NUMBER:
		return *(const int64_t *)at;
	case SMALL:
		return *(const int32_t *)at;
	case MAYBE: {
		const cq_opt_int64 *const value = at;
		return value->present ? value->value : NONE;
	}
	case MOMENT:
		return ((const cq_opt_timestamp *)at)->present ? 1 : NONE;
	case TEXT:
	case MAYBE_TEXT:
	default:
		return number_of_text(*(const char *const *)at);
	}
}

void value_put(int of, int column, void *object, int64_t value)
{
	void *const at = (char *)object + kinds[of].columns[column].offset;
	switch (kinds[of].columns[column].form) {
	case NUMBER:
		*(int64_t *)at = value;
		break;
	case SMALL:
		*(int32_t *)at = (int32_t)value;
		break;
	case MAYBE:
		*(cq_opt_int64 *)at = value == NONE ? (cq_opt_int64){ 0 } : (cq_opt_int64){ .present = true, .value = value };
		break;
	case MOMENT:
		*(cq_opt_timestamp *)at = value == NONE ? (cq_opt_timestamp){ 0 } : (cq_opt_timestamp){ .present = true, .value = { 1000000 } };
		break;
	case TEXT:
	case MAYBE_TEXT:
	default:
		*(const char **)at = value == NONE ? NULL : texts[value];
		break;
	}
}

/* ---- the database --------------------------------------------------------------------------------------------------- */

void schema_create(void)
{
	const cq_table *tables[KINDS + 1];
	for (int i = 0; i < KINDS; i++)
		tables[i] = kinds[i].table;
	tables[KINDS] = cq_target_post_tags_association.target.descriptor;
	if (cq_create_all(s.plain, tables, KINDS + 1) != CQ_OK)
		wrong("%s [%s]", cq_last_error(s.plain)->message, cq_last_error(s.plain)->sql);
}

#define PLAIN(...) \
	do { \
		if (cq_execute(s.plain, NULL, __VA_ARGS__) != CQ_OK) \
			wrong("%s [%s]", cq_last_error(s.plain)->message, cq_last_error(s.plain)->sql); \
	} while (0)

void schema_empty(void)
{
	PLAIN(RAW_SQL("DELETE FROM post_tags"));
	PLAIN(RAW_SQL("UPDATE ships SET captain_id = NULL"));
	PLAIN(RAW_SQL("DELETE FROM captains"));
	PLAIN(RAW_SQL("DELETE FROM ships"));
	PLAIN(RAW_SQL("DELETE FROM comments"));
	PLAIN(RAW_SQL("DELETE FROM posts"));
	PLAIN(RAW_SQL("DELETE FROM profiles"));
	PLAIN(RAW_SQL("DELETE FROM letters"));
	PLAIN(RAW_SQL("UPDATE users SET boss_id = NULL"));
	PLAIN(RAW_SQL("DELETE FROM users"));
	PLAIN(RAW_SQL("DELETE FROM tags"));
	PLAIN(RAW_SQL("DELETE FROM seats"));
}

/* Each kind's own words for the same thing. */
#define EACH_KIND(DO) \
	DO(USERS, User, users) DO(PROFILES, Profile, profiles) DO(POSTS, Post, posts) DO(COMMENTS, Comment, comments) DO(TAGS, Tag, tags) \
	DO(SEATS, Seat, seats) DO(SHIPS, Ship, ships) DO(CAPTAINS, Captain, captains) DO(LETTERS, Letter, letters)

cq_status rows_read(cq_connection *db, int of, void (*each)(int kind, const void *object))
{
	cq_status status = CQ_OK;
	switch (of) {
#define READ(KIND, S, table)                                                                \
	case KIND: {                                                                            \
		cq_rows(S) all;                                                                     \
		status = cq_all(db, S, &all, SQL(SELECT_ALL(table), FROM(table)));                  \
		for (size_t i = 0; i < all.count; i++)                                              \
			each(of, &all.items[i]);                                                        \
		cq_free(&all);                                                                      \
		break;                                                                              \
	}
	EACH_KIND(READ)
	default:
		break;
	}
	return status;
}

#define Pair_FIELDS(FIELD) FIELD(post, BIGINT, post_tags.post_id) FIELD(tag, BIGINT, post_tags.tag_id)
CQ_ROW(Pair)

cq_status pairs_read(cq_connection *db, void (*each)(int64_t post, int64_t tag))
{
	cq_rows(Pair) all;
	const cq_status status = cq_all(db, Pair, &all, SQL(SELECT_ROW(Pair), FROM(post_tags)));
	for (size_t i = 0; i < all.count; i++)
		each(all.items[i].post, all.items[i].tag);
	cq_free(&all);
	return status;
}

/* ---- on the session ------------------------------------------------------------------------------------------------- */

#define GIVE(KIND)                                      \
	for (size_t i = 0; i < all.count; i++)              \
		each(KIND, all.items[i]);                       \
	cq_free(&all)

cq_status session_all(int of, unsigned how, void (*each)(int kind, void *object))
{
	cq_status status = CQ_OK;
	if (how == 1 && of == USERS) {
		cq_objects(User) all;
		status = cq_all(s.session, User, &all, SQL(SELECT_ALL(users), FROM(users),
			OPTIONS(SELECTIN(users.posts), SELECTIN(users.profile), SELECTIN(users.boss), SELECTIN(users.posts, posts.tags))));
		GIVE(USERS);
		return status;
	}
	if (how == 1 && of == POSTS) {
		cq_objects(Post) all;
		status = cq_all(s.session, Post, &all, SQL(SELECT_ALL(posts), FROM(posts),
			OPTIONS(JOINED(posts.author), SELECTIN(posts.tags), SELECTIN(posts.comments), SELECTIN(posts.comments, comments.replies))));
		GIVE(POSTS);
		return status;
	}
	switch (of) {
#define SELECTED(KIND, S, table)                                                                 \
	case KIND: {                                                                            \
		cq_objects(S) all;                                                                  \
		status = cq_all(s.session, S, &all, SQL(SELECT_ALL(table), FROM(table)));           \
		GIVE(KIND);                                                                         \
		break;                                                                              \
	}
	EACH_KIND(SELECTED)
	default:
		break;
	}
	return status;
}

cq_status session_get(int of, const int64_t *key, void **out)
{
	if (of == SEATS)
		return cq_get(s.session, Seat, (Seat **)out, key[0], texts[key[1]]);
	switch (of) {
#define GET(KIND, S, table) case KIND: return cq_get(s.session, S, (S **)out, key[0]);
	GET(USERS, User, users) GET(PROFILES, Profile, profiles) GET(POSTS, Post, posts) GET(COMMENTS, Comment, comments) GET(TAGS, Tag, tags)
	GET(SHIPS, Ship, ships) GET(CAPTAINS, Captain, captains) GET(LETTERS, Letter, letters)
	default:
		return CQ_OK;
	}
}

cq_status session_update(unsigned which, int64_t value, int64_t other)
{
	if (which == USERS)
		return cq_execute(s.session, NULL, SQL(UPDATE(users, SET(bio, texts[value])), WHERE(NE(users.username, texts[other]))));
	return cq_execute(s.session, NULL, SQL(UPDATE(posts, SET(title, texts[value])), WHERE(EQ(posts.title, texts[other]))));
}

cq_status session_delete(int64_t value)
{
	return cq_execute(s.session, NULL, SQL(DELETE_FROM(seats), WHERE(EQ(seats.zone, value))));
}

/* ---- somebody else -------------------------------------------------------------------------------------------------- */

void elsewhere(int of, const struct row *r)
{
	const int64_t *const v = r->values;

	if (of == USERS)
		PLAIN(SQL(UPDATE(users, SET(username, texts[v[1]]), SET(version, v[4])), WHERE(EQ(users.id, v[0]))));
	else if (of == POSTS)
		PLAIN(SQL(UPDATE(posts, SET(title, texts[v[3]])), WHERE(EQ(posts.id, v[0]))));
	else if (of == TAGS)
		PLAIN(SQL(UPDATE(tags, SET(name, texts[v[1]])), WHERE(EQ(tags.id, v[0]))));
}

void elsewhere_gone(int of, const struct row *r)
{
	if (of == SEATS)
		PLAIN(SQL(DELETE_FROM(seats), WHERE(EQ(seats.room, r->values[0]), EQ(seats.chair, texts[r->values[1]]))));
	else if (of == LETTERS)
		PLAIN(SQL(DELETE_FROM(letters), WHERE(EQ(letters.id, r->values[0]))));
}
