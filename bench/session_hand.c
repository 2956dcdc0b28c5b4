/* bench/session_hand.c: the three statements that a session loads a graph with, written directly on sqlite3 and wired by hand.
 *
 * It knows nothing of cquel but the structs that it fills. The measuring files call it through bench_hand_session.
 *
 * Statements are prepared once and kept, structs and texts stand in arenas, every pointer array is one for all its owners, and what many
 * rows repeat is decoded once: what a careful person writes.
 */
#include "session_models.h"

#include "arena.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct hand {
	sqlite3 *database;
	sqlite3_stmt *users, *posts, *tags;
	arena structs, texts;
} hand;

/* Word for word what the session sends. */
static const char users_sql[] = "SELECT \"users\".\"id\", \"users\".\"username\", \"users\".\"email\", \"users\".\"age\", "
	"\"users\".\"balance\", \"users\".\"is_active\", \"users\".\"created_at\" FROM \"users\" ORDER BY \"users\".\"id\"";
static const char posts_sql[] = "SELECT \"posts\".\"id\", \"posts\".\"author_id\", \"posts\".\"title\", \"posts\".\"body\", "
	"\"posts\".\"created_at\" FROM \"posts\" WHERE \"posts\".\"author_id\" IN (SELECT value FROM json_each(?))";
static const char tags_sql[] = "SELECT \"tags\".\"id\", \"tags\".\"name\", \"post_tags\".\"post_id\" FROM \"post_tags\" "
	"JOIN \"tags\" ON \"tags\".\"id\" = \"post_tags\".\"tag_id\" WHERE \"post_tags\".\"post_id\" IN (SELECT value FROM json_each(?))";

static bool complain(const hand *self, const char *what)
{
	return bench_fail("hand-written side, %s: %s", what, sqlite3_errmsg(self->database));
}

/* ---- opening -------------------------------------------------------------------------------------------------------------- */

static void hand_close(void *side)
{
	hand *const self = side;
	sqlite3_finalize(self->users);
	sqlite3_finalize(self->posts);
	sqlite3_finalize(self->tags);
	sqlite3_close(self->database);
	arena_release(&self->structs);
	arena_release(&self->texts);
	free(self);
}

static bool prepare(hand *self, const char *sql, sqlite3_stmt **statement)
{
	return sqlite3_prepare_v3(self->database, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) == SQLITE_OK ||
	       complain(self, sql);
}

static void *hand_open(const char *path, const bench_data *data)
{
	(void)data;
	hand *const self = calloc(1, sizeof *self);
	if (self == NULL) {
		bench_fail("no memory");
		return NULL;
	}
	const int flags = SQLITE_OPEN_READWRITE | (bench_option.nomutex ? SQLITE_OPEN_NOMUTEX : 0);
	const bool good = sqlite3_open_v2(path, &self->database, flags, NULL) == SQLITE_OK &&
		sqlite3_exec(self->database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-262144", NULL,
			NULL, NULL) == SQLITE_OK;
	if ((good || complain(self, path)) && prepare(self, users_sql, &self->users) && prepare(self, posts_sql, &self->posts) &&
		prepare(self, tags_sql, &self->tags))
		return self;
	hand_close(self);
	return NULL;
}

/* ---- arrays, keys, hash ------------------------------------------------------------------------------------------------------ */

typedef struct list {
	void **items;
	size_t count, room;
} list;

static bool list_add(list *self, void *item)
{
	if (self->count == self->room) {
		const size_t room = self->room != 0 ? self->room * 2 : 256;
		void **const more = realloc(self->items, room * sizeof *more);
		if (more == NULL)
			return false;
		self->items = more;
		self->room = room;
	}
	self->items[self->count++] = item;
	return true;
}

static char *write_number(char *at, int64_t number)
{
	char digits[20];
	size_t length = 0;
	do
		digits[length++] = (char)('0' + number % 10);
	while ((number /= 10) != 0);
	while (length != 0)
		*at++ = digits[--length];
	return at;
}

/* The keys of objects as the array that json_each takes; every object of ours begins with its key. */
static char *write_keys(const list *objects, size_t *length)
{
	char *const text = malloc(objects->count * 21 + 2);
	char *at = text;
	if (text == NULL)
		return NULL;
	*at++ = '[';
	for (size_t i = 0; i < objects->count; i++) {
		if (i != 0)
			*at++ = ',';
		at = write_number(at, *(const int64_t *)objects->items[i]);
	}
	*at++ = ']';
	*length = (size_t)(at - text);
	return text;
}

static bool bind_keys(hand *self, sqlite3_stmt *statement, const list *objects)
{
	size_t length;
	char *const keys = write_keys(objects, &length);
	return (keys != NULL && sqlite3_bind_text(statement, 1, keys, (int)length, free) == SQLITE_OK) || complain(self, "keys");
}

/* Objects by their keys. */
typedef struct table {
	void **slots;
	size_t mask;
} table;

static bool table_make(table *self, size_t count)
{
	size_t room = 16;
	while (room < count * 2)
		room *= 2;
	*self = (table){ calloc(room, sizeof(void *)), room - 1 };
	return self->slots != NULL;
}

/* The slot of a key: where its object is, or would be. */
static void **table_slot(const table *self, int64_t key)
{
	size_t at = (size_t)(((uint64_t)key * UINT64_C(0x9e3779b97f4a7c15)) >> 32) & self->mask;
	while (self->slots[at] != NULL && *(const int64_t *)self->slots[at] != key)
		at = (at + 1) & self->mask;
	return &self->slots[at];
}

/* ---- rows ---------------------------------------------------------------------------------------------------------------------- */

static const char *copy_text(hand *self, sqlite3_stmt *statement, int column)
{
	const unsigned char *const text = sqlite3_column_text(statement, column);
	const size_t size = (size_t)sqlite3_column_bytes(statement, column);
	char *const copy = arena_take(&self->texts, size + 1);
	if (copy == NULL || text == NULL)
		return NULL;
	memcpy(copy, text, size + 1);
	return copy;
}

/* Blocks begin aligned, and the sizes of all structs are multiples of eight. */
static void *take_struct(hand *self, size_t size)
{
	void *const taken = arena_take(&self->structs, size);
	return taken != NULL ? memset(taken, 0, size) : NULL;
}

static User *read_user(hand *self)
{
	sqlite3_stmt *const row = self->users;
	User *const user = take_struct(self, sizeof *user);
	if (user == NULL)
		return NULL;
	user->id = sqlite3_column_int64(row, 0);
	user->username = copy_text(self, row, 1);
	user->email = copy_text(self, row, 2);
	user->age = sqlite3_column_int(row, 3);
	user->balance = sqlite3_column_double(row, 4);
	user->is_active = sqlite3_column_int(row, 5) != 0;
	user->created_at = sqlite3_column_int64(row, 6);
	user->posts.flags = CQ_RELATION_LOADED;
	return user->username != NULL && user->email != NULL ? user : NULL;
}

static Post *read_post(hand *self)
{
	sqlite3_stmt *const row = self->posts;
	Post *const post = take_struct(self, sizeof *post);
	if (post == NULL)
		return NULL;
	post->id = sqlite3_column_int64(row, 0);
	post->author_id = sqlite3_column_int64(row, 1);
	post->title = copy_text(self, row, 2);
	post->body = copy_text(self, row, 3);
	post->created_at = sqlite3_column_int64(row, 4);
	post->tags.flags = CQ_RELATION_LOADED;
	return post->title != NULL && post->body != NULL ? post : NULL;
}

static Tag *read_tag(hand *self, int64_t id)
{
	Tag *const tag = take_struct(self, sizeof *tag);
	if (tag == NULL)
		return NULL;
	tag->id = id;
	tag->name = copy_text(self, self->tags, 1);
	return tag->name != NULL ? tag : NULL;
}

/* ---- three statements --------------------------------------------------------------------------------------------------------- */

typedef struct graph {
	list users, posts, tags, owners; /* tags: one for each row; owners: the post of each */
	Post **user_posts;               /* of all users, one behind the other */
	Tag **post_tags;
	table by_user, by_post, by_tag;
} graph;

static bool done(hand *self, sqlite3_stmt *statement, int code)
{
	return (code == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK) || complain(self, sqlite3_sql(statement));
}

static bool table_of(table *self, const list *objects)
{
	if (!table_make(self, objects->count))
		return false;
	for (size_t i = 0; i < objects->count; i++)
		*table_slot(self, *(const int64_t *)objects->items[i]) = objects->items[i];
	return true;
}

static bool load_users(hand *self, graph *all)
{
	int code;
	while ((code = sqlite3_step(self->users)) == SQLITE_ROW) {
		User *const user = read_user(self);
		if (user == NULL || !list_add(&all->users, user))
			break;
	}
	return done(self, self->users, code);
}

/* Rows are counted, each owner gets its part of one array, and fills it: linear, whatever their order. */
static bool share_posts(graph *all)
{
	Post **at = all->user_posts = malloc((all->posts.count + 1) * sizeof *at);
	if (at == NULL)
		return false;
	for (size_t i = 0; i < all->users.count; i++) {
		User *const user = all->users.items[i];
		user->posts.items = at;
		at += user->posts.count;
		user->posts.count = 0;
	}
	for (size_t i = 0; i < all->posts.count; i++) {
		Post *const post = all->posts.items[i];
		User *const user = post->author.object;
		((Post **)(uintptr_t)user->posts.items)[user->posts.count++] = post;
	}
	return true;
}

static bool load_posts(hand *self, graph *all)
{
	User *user = NULL;
	int code;
	if (!bind_keys(self, self->posts, &all->users) || !table_of(&all->by_user, &all->users))
		return false;
	while ((code = sqlite3_step(self->posts)) == SQLITE_ROW) {
		Post *const post = read_post(self);
		if (post == NULL || !list_add(&all->posts, post))
			break;
		if (user == NULL || user->id != post->author_id)
			user = *table_slot(&all->by_user, post->author_id);
		post->author.object = user;
		post->author.flags = CQ_RELATION_LOADED;
		user->posts.count++;
	}
	return done(self, self->posts, code) && share_posts(all);
}

static bool share_tags(graph *all)
{
	Tag **at = all->post_tags = malloc((all->tags.count + 1) * sizeof *at);
	if (at == NULL)
		return false;
	for (size_t i = 0; i < all->posts.count; i++) {
		Post *const post = all->posts.items[i];
		post->tags.items = at;
		at += post->tags.count;
		post->tags.count = 0;
	}
	for (size_t i = 0; i < all->tags.count; i++) {
		Post *const post = all->owners.items[i];
		((Tag **)(uintptr_t)post->tags.items)[post->tags.count++] = all->tags.items[i];
	}
	return true;
}

static bool load_tags(hand *self, graph *all)
{
	Post *post = NULL;
	int code;
	if (!bind_keys(self, self->tags, &all->posts) || !table_of(&all->by_post, &all->posts) || !table_make(&all->by_tag, 256))
		return false;
	while ((code = sqlite3_step(self->tags)) == SQLITE_ROW) {
		const int64_t id = sqlite3_column_int64(self->tags, 0), post_id = sqlite3_column_int64(self->tags, 2);
		void **const slot = table_slot(&all->by_tag, id);
		if (*slot == NULL)
			*slot = read_tag(self, id);
		if (post == NULL || post->id != post_id)
			post = *table_slot(&all->by_post, post_id);
		if (*slot == NULL || !list_add(&all->tags, *slot) || !list_add(&all->owners, post))
			break;
		post->tags.count++;
	}
	return done(self, self->tags, code) && share_tags(all);
}

static bool hand_load(void *side, size_t *rows, uint64_t *digest)
{
	hand *const self = side;
	graph all = { 0 };
	bool good = load_users(self, &all) && load_posts(self, &all) && load_tags(self, &all);
	*rows = all.users.count;
	if (good && digest != NULL)
		good = bench_digest_graph((User *const *)all.users.items, all.users.count, digest);
	free(all.users.items);
	free(all.posts.items);
	free(all.tags.items);
	free(all.owners.items);
	free(all.user_posts);
	free(all.post_tags);
	free(all.by_user.slots);
	free(all.by_post.slots);
	free(all.by_tag.slots);
	arena_reset(&self->structs);
	arena_reset(&self->texts);
	return good;
}

const bench_side bench_hand_session = { .name = "hand", .open = hand_open, .close = hand_close, .scan = hand_load };
