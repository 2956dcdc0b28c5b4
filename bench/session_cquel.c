/* bench/session_cquel.c: what a program does with a session, and the bulk insertions that its flush is compared with.
 *
 * It knows nothing of sqlite3 and libpq. The measuring files call it through the sides of bench_session_load and
 * bench_session_flush; docs/benchmarks.md says what is timed.
 */
#include "session_models.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

CQ_RELATIONS(users, posts, comments)

/* What one round of session-flush writes: the program's own objects. */
typedef struct written {
	User users[BENCH_WRITTEN];
	Post posts[BENCH_WRITTEN];
	Comment comments[BENCH_WRITTEN * BENCH_REPLIES];
} written;

typedef struct side {
	cq_engine *engine;
	cq_connection *db;
	cq_session *session;
	written *objects;
	unsigned statements; /* that were logged */
} side;

static void count_statement(void *user, const cq_log_record *record)
{
	if (record->level == CQ_LOG_STATEMENT)
		((side *)user)->statements++;
}

static bool complain(const side *self, const char *what)
{
	return bench_fail("cquel, %s: %s", what, self->session != NULL ? cq_session_error(self->session)->message
		: self->db != NULL ? cq_last_error(self->db)->message : cq_engine_error(self->engine)->message);
}

static void side_close(void *state)
{
	side *const self = state;
	cq_session_close(&self->session);
	cq_disconnect(&self->db);
	cq_engine_close(&self->engine);
	free(self->objects);
	free(self);
}

static bool open_engine(side *self, const char *url, bool counts)
{
	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.pool.shared = 1;
	if (counts) {
		options.log = count_statement;
		options.log_user = self;
	}
	return cq_engine_open(&self->engine, url, &options, message) == CQ_OK || bench_fail("cquel, %s: %s", url, message);
}

/* ---- loading ------------------------------------------------------------------------------------------------------------ */

/* A session for a piece of work, as a program has it: opened, used, closed. */
static bool load(void *state, size_t *rows, uint64_t *digest)
{
	side *const self = state;
	cq_objects(User) found = { 0 };
	bool good = cq_session_open(self->engine, NULL, &self->session) == CQ_OK &&
		cq_all(self->session, User, &found, SQL(SELECT_ALL(users), FROM(users), ORDER_BY(users.id),
			OPTIONS(SELECTIN(users.posts), SELECTIN(users.posts, posts.tags)))) == CQ_OK;
	if (!good)
		complain(self, "session-load");
	*rows = found.count;
	if (good && digest != NULL)
		good = bench_digest_graph(found.items, found.count, digest);
	if (found.items != NULL)
		cq_free(&found);
	cq_session_close(&self->session);
	return good;
}

/* Three statements, whatever their number is here. */
static bool check_statements(const char *url)
{
	side once = { 0 };
	size_t rows;
	bool good = open_engine(&once, url, true) && load(&once, &rows, NULL);
	if (good && once.statements != 3)
		good = bench_fail("cquel: session-load takes %u statements", once.statements);
	cq_engine_close(&once.engine);
	return good;
}

static void *open_load(const char *path, const bench_data *data)
{
	char url[400];
	(void)data;
	side *const self = calloc(1, sizeof *self);
	bench_session_load.url(path, url);
	if (self == NULL || !check_statements(url) || !open_engine(self, url, false)) {
		bench_fail("session-load cannot be opened");
		free(self);
		return NULL;
	}
	return self;
}

/* ---- writing ------------------------------------------------------------------------------------------------------------ */

static void *open_flush(const char *path, const bench_data *data)
{
	char url[400];
	(void)data;
	side *const self = calloc(1, sizeof *self);
	written *const objects = calloc(1, sizeof *objects);
	bench_session_flush.url(path, url);
	if (self == NULL || objects == NULL || !open_engine(self, url, false) ||
		cq_connect(self->engine, &self->db) != CQ_OK) {
		bench_fail("%s cannot be opened", url);
		free(objects);
		free(self);
		return NULL;
	}
	self->objects = objects;
	return self;
}

static void make_objects(written *objects)
{
	for (size_t i = 0; i < BENCH_WRITTEN; i++) {
		objects->users[i] = CQ_NEW(User, .username = "ann", .email = "ann@example.org", .age = 42, .balance = 17.5, .is_active = true,
			.created_at = 1700000000000000);
		objects->posts[i] = CQ_NEW(Post, .title = "a post of the usual kind", .body = "with a sentence or two in it, as posts have",
			.created_at = 1700000000000000);
		for (size_t j = 0; j < BENCH_REPLIES; j++)
			objects->comments[i * BENCH_REPLIES + j] = CQ_NEW(Comment, .text = "I see", .created_at = 1700000000000000);
	}
}

/* Both sides must have written the same rows with the same keys. */
static uint64_t sum_of(const written *objects)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < BENCH_WRITTEN; i++)
		sum += (uint64_t)objects->posts[i].author_id * 3 + (uint64_t)objects->posts[i].id;
	for (size_t i = 0; i < BENCH_WRITTEN * (size_t)BENCH_REPLIES; i++)
		sum += (uint64_t)objects->comments[i].post_id * 5 + (uint64_t)objects->comments[i].id;
	return sum;
}

/* A session with new objects that know each other by their relations. */
static bool add_objects(void *state)
{
	side *const self = state;
	written *const objects = self->objects;
	make_objects(objects);
	if (cq_session_on(self->db, NULL, &self->session) != CQ_OK)
		return complain(self, "session-flush");
	for (size_t i = 0; i < BENCH_WRITTEN; i++) {
		Post *const post = &objects->posts[i];
		if (cq_add(self->session, Post, post) != CQ_OK ||
			cq_assign(self->session, post, posts.author, &objects->users[i]) != CQ_OK)
			return complain(self, "cq_assign");
		for (size_t j = 0; j < BENCH_REPLIES; j++)
			if (cq_append(self->session, post, posts.comments, &objects->comments[i * BENCH_REPLIES + j]) != CQ_OK)
				return complain(self, "cq_append");
	}
	return true;
}

static bool flush(void *state, uint64_t *sum)
{
	side *const self = state;
	if (cq_flush(self->session) != CQ_OK)
		return complain(self, "cq_flush");
	*sum += sum_of(self->objects);
	return true;
}

static bool commit_session(void *state)
{
	side *const self = state;
	const bool good = cq_commit(self->session) == CQ_OK || complain(self, "cq_commit");
	cq_session_close(&self->session);
	return good;
}

static bool make_structs(void *state)
{
	make_objects(((side *)state)->objects);
	return true;
}

/* The same rows through the query language: keys come back, and are wired by hand. */
static bool insert_structs(void *state, uint64_t *sum)
{
	side *const self = state;
	written *const objects = self->objects;
	bool good = cq_begin(self->db, NULL) == CQ_OK && cq_insert_many(self->db, User, objects->users, BENCH_WRITTEN) == CQ_OK;
	for (size_t i = 0; i < BENCH_WRITTEN; i++)
		objects->posts[i].author_id = objects->users[i].id;
	good = good && cq_insert_many(self->db, Post, objects->posts, BENCH_WRITTEN) == CQ_OK;
	for (size_t i = 0; i < BENCH_WRITTEN * (size_t)BENCH_REPLIES; i++)
		objects->comments[i].post_id = objects->posts[i / BENCH_REPLIES].id;
	good = good && cq_insert_many(self->db, Comment, objects->comments, BENCH_WRITTEN * (size_t)BENCH_REPLIES) == CQ_OK;
	*sum += sum_of(objects);
	return good || complain(self, "cq_insert_many");
}

static bool commit_structs(void *state)
{
	side *const self = state;
	return cq_commit(self->db) == CQ_OK || complain(self, "cq_commit");
}

/* ---- a flush that finds nothing ------------------------------------------------------------------------------------------ */

enum { CLEAN_ROUNDS = 31 };

static double milliseconds(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

/* Bytes that the allocator has given out and not got back. */
static double allocated(void)
{
	const struct mallinfo2 all = mallinfo2();
	return (double)all.uordblks + (double)all.hblkhd;
}

static bool time_clean(side *self, double *each)
{
	double taken[CLEAN_ROUNDS];
	for (int i = 0; i <= CLEAN_ROUNDS; i++) {
		const double start = milliseconds();
		if (cq_flush(self->session) != CQ_OK)
			return complain(self, "session-clean");
		if (i != 0)
			taken[i - 1] = milliseconds() - start;
	}
	*each = bench_median(taken, CLEAN_ROUNDS);
	return true;
}

/* What a session of all users takes, and what the same users take that belong to no session. */
static bool weigh(side *self, double *session, double *plain)
{
	cq_rows(User) rows;
	cq_objects(User) found;
	double before = allocated();
	if (cq_all(self->db, User, &rows, SQL(SELECT_ALL(users), FROM(users))) != CQ_OK)
		return complain(self, "session-clean");
	*plain = allocated() - before;
	cq_free(&rows);
	before = allocated();
	if (cq_session_on(self->db, NULL, &self->session) != CQ_OK ||
		cq_all(self->session, User, &found, SQL(SELECT_ALL(users), FROM(users))) != CQ_OK)
		return complain(self, "session-clean");
	const bool good = found.count == BENCH_USERS || bench_fail("%zu users were loaded", found.count);
	cq_free(&found);
	*session = allocated() - before;
	return good;
}

static bool measure_clean(const bench_case *self, double *each, double *session, double *plain)
{
	char path[256], url[400];
	bench_data data = { 0 };
	side clean = { 0 };
	const bench_database *const database = self->database;
	database->url(database->path("users", path), url);
	bool good = bench_data_make(&data) && database->users(path, &data) && open_engine(&clean, url, false);
	bench_data_release(&data);
	/* The first session of an engine makes what all of them share. */
	good = good && (cq_connect(clean.engine, &clean.db) == CQ_OK || complain(&clean, "session-clean"));
	double first, other;
	good = good && weigh(&clean, &first, &other);
	cq_session_close(&clean.session);
	good = good && weigh(&clean, session, plain) && time_clean(&clean, each);
	cq_session_close(&clean.session);
	cq_disconnect(&clean.db);
	cq_engine_close(&clean.engine);
	database->drop(path);
	return good;
}

bool bench_measure_clean(const bench_case *self, bench_result *result)
{
	double session, plain;
	return measure_clean(self, &result->cquel, &session, &plain);
}

bool bench_measure_clean_memory(const bench_case *self, bench_result *result)
{
	double each;
	if (!measure_clean(self, &each, &result->cquel, &result->hand))
		return false;
	result->ratio = result->cquel / result->hand;
	result->cquel /= 1048576;
	result->hand /= 1048576;
	return true;
}

/* ---- the sides ------------------------------------------------------------------------------------------------------------ */

const bench_side bench_cquel_session = { .name = "cquel", .open = open_load, .close = side_close, .scan = load };
const bench_side bench_cquel_flush = { .name = "cquel", .open = open_flush, .close = side_close, .before = add_objects, .flush = flush,
	.after = commit_session };
const bench_side bench_cquel_bulk = { .name = "bulk", .open = open_flush, .close = side_close, .before = make_structs,
	.flush = insert_structs, .after = commit_structs };
