/* tests/conform/relation_random_test.c: random changes along relations, loads, flushes, savepoints and rollbacks, compared step by step with
 * a model that knows only who belongs to whom, and after each commit with the database.
 */
#include "conform/relation.h"

enum { USERS = 4, POSTS = 14, TAGS = 5, DEPTH = 4, NOBODY = -1 };

/* What there is of a post. */
typedef struct post_model {
	bool in;           /* it is in the session, or has a row */
	bool row;          /* it was flushed */
	bool gone;         /* its row was deleted in this transaction */
	int author;        /* NOBODY: an orphan, deleted by the next flush */
	unsigned tags;     /* bits */
} post_model;

typedef struct model {
	post_model posts[POSTS];
} model;

static model now, begun[DEPTH];
static unsigned depth; /* of levels that are begun; the outermost state is begun[0] */
static User *users_of[USERS];
static Tag *tags_of[TAGS];
static Post *posts_of[POSTS];
static unsigned seed;

/* The program's own objects live as long as any session that has them. */
typedef struct owned {
	Post post;
	struct owned *next;
} owned;

static owned *all_owned;

static Post *make_post(void)
{
	owned *const made = calloc(1, sizeof *made);
	assert_non_null(made);
	made->post = CQ_NEW(Post, .title = "post");
	made->next = all_owned;
	all_owned = made;
	return &made->post;
}

static void free_posts(void)
{
	for (owned *next; all_owned != NULL; all_owned = next) {
		next = all_owned->next;
		free(all_owned);
	}
}

static unsigned pick(unsigned count)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % count;
}

/* ---- comparing ------------------------------------------------------------------------------------------------------- */

static bool has(const cq_any_many *collection, const void *object)
{
	for (uint32_t i = 0; i < collection->count; i++)
		if (collection->items[i] == object)
			return true;
	return false;
}

static void compare_users(unsigned step)
{
	for (unsigned u = 0; u < USERS; u++) {
		if (!cq_is_loaded(users_of[u]->posts))
			continue;
		unsigned count = 0;
		for (unsigned p = 0; p < POSTS; p++) {
			const bool wanted = now.posts[p].in && !now.posts[p].gone && now.posts[p].author == (int)u;
			count += wanted;
			if (wanted != has((cq_any_many *)(void *)&users_of[u]->posts, posts_of[p]))
				fail_msg("step %u: user %u and post %u: %s", step, u, p, wanted ? "it is missing" : "it is in it");
		}
		assert_int_equal(cq_count(users_of[u]->posts), count);
	}
}

static void compare_posts(unsigned step)
{
	for (unsigned p = 0; p < POSTS; p++) {
		const post_model *const post = &now.posts[p];
		if (!post->in || post->gone)
			continue;
		if (cq_is_loaded(posts_of[p]->author) &&
			cq_related(posts_of[p]->author) != (post->author != NOBODY ? users_of[post->author] : NULL))
			fail_msg("step %u: post %u has another author", step, p);
		for (unsigned t = 0; t < TAGS; t++) {
			const bool wanted = (post->tags >> t & 1) != 0;
			if (cq_is_loaded(posts_of[p]->tags) && wanted != has((cq_any_many *)(void *)&posts_of[p]->tags, tags_of[t]))
				fail_msg("step %u: post %u and tag %u", step, p, t);
			if (cq_is_loaded(tags_of[t]->posts) && wanted != has((cq_any_many *)(void *)&tags_of[t]->posts, posts_of[p]))
				fail_msg("step %u: tag %u and post %u: %s", step, t, p, wanted ? "it is missing" : "it is in it");
		}
	}
}

static void compare_database(void)
{
	cq_connection *db;
	cq_rows(Post) rows;
	int64_t pairs = 0, found = 0;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_all(db, Post, &rows, SQL(SELECT_ALL(posts), FROM(posts))), CQ_OK);
	size_t count = 0;
	for (unsigned p = 0; p < POSTS; p++) {
		if (!now.posts[p].in)
			continue;
		count++;
		for (unsigned t = 0; t < TAGS; t++)
			pairs += now.posts[p].tags >> t & 1;
		size_t i = 0;
		while (i < rows.count && rows.items[i].id != posts_of[p]->id)
			i++;
		assert_true(i < rows.count);
		assert_int_equal(rows.items[i].author_id, users_of[now.posts[p].author]->id);
	}
	assert_int_equal(rows.count, count);
	cq_free(&rows);
	assert_int_equal(cq_scalar(db, &found, RAW_SQL("SELECT COUNT(*) FROM post_tags")), CQ_OK);
	assert_int_equal(found, pairs);
	cq_disconnect(&db);
}

/* ---- what can be done ------------------------------------------------------------------------------------------------- */

static void flushed(void)
{
	for (unsigned p = 0; p < POSTS; p++) {
		post_model *const post = &now.posts[p];
		if (!post->in || post->gone)
			continue;
		if (post->author == NOBODY) {
			post->gone = true;
			post->tags = 0;
		}
		post->row = true;
	}
}

static void append(unsigned u, unsigned p)
{
	post_model *const post = &now.posts[p];
	if (post->gone)
		return;
	if (!post->in) {
		posts_of[p] = make_post();
		*post = (post_model){ .in = true, .author = NOBODY };
		APPEND(users_of[u], users.posts, posts_of[p]);
	} else if (pick(2) == 0) {
		APPEND(users_of[u], users.posts, posts_of[p]);
	} else {
		ASSIGN(posts_of[p], posts.author, users_of[u]);
	}
	post->author = (int)u;
}

/* A post without a row leaves at once, one with a row is an orphan until the next flush. */
static void lose(unsigned p)
{
	post_model *const post = &now.posts[p];
	post->author = NOBODY;
	if (!post->row)
		*post = (post_model){ 0 };
}

static void take_out(unsigned u, unsigned p)
{
	const post_model *const post = &now.posts[p];
	if (!post->in || post->gone)
		return;
	if (post->author != (int)u) {
		REFUSED(cq_remove(session, users_of[u], users.posts, posts_of[p]), CQ_MISUSE, "users.posts");
		return;
	}
	if (pick(2) == 0)
		REMOVE(users_of[u], users.posts, posts_of[p]);
	else
		ASSIGN(posts_of[p], posts.author, NULL);
	lose(p);
}

static void tag(unsigned p, unsigned t)
{
	post_model *const post = &now.posts[p];
	if (!post->in || post->gone)
		return;
	const bool known = cq_is_loaded(posts_of[p]->tags) || cq_is_loaded(tags_of[t]->posts);
	if (!known)
		LOAD(posts_of[p], posts.tags);
	if ((post->tags >> t & 1) != 0)
		MUST(pick(2) == 0 ? cq_remove(session, posts_of[p], posts.tags, tags_of[t]) : cq_remove(session, tags_of[t], tags.posts, posts_of[p]));
	else
		MUST(pick(2) == 0 ? cq_append(session, posts_of[p], posts.tags, tags_of[t]) : cq_append(session, tags_of[t], tags.posts, posts_of[p]));
	post->tags ^= 1u << t;
}

static void delete_post(unsigned p)
{
	post_model *const post = &now.posts[p];
	if (!post->in || post->gone)
		return;
	DELETED(posts_of[p]);
	if (!post->row) {
		*post = (post_model){ 0 };
		return;
	}
	/* It stays where it is until the flush. */
	FLUSH();
	post->author = NOBODY;
	flushed();
}

static void load(unsigned what)
{
	const unsigned u = pick(USERS), p = pick(POSTS), t = pick(TAGS);
	if (what == 0)
		LOAD(users_of[u], users.posts);
	else if (what == 1)
		LOAD(tags_of[t], tags.posts);
	else if (now.posts[p].row && !now.posts[p].gone && what == 2)
		LOAD(posts_of[p], posts.tags);
	else if (now.posts[p].row && !now.posts[p].gone)
		LOAD(posts_of[p], posts.author);
}

static void expire(unsigned what)
{
	const unsigned p = pick(POSTS);
	if (what == 0)
		MUST(cq_expire(session, tags_of[pick(TAGS)]));
	else if (what == 1 && now.posts[p].row && !now.posts[p].gone)
		MUST(cq_expire(session, posts_of[p]));
}

static model committed;

static void commit(void)
{
	COMMIT();
	flushed();
	if (depth > 1) {
		depth--;
		return;
	}
	depth = 0;
	for (unsigned p = 0; p < POSTS; p++)
		if (now.posts[p].gone)
			now.posts[p] = (post_model){ 0 };
	committed = now;
	compare_database();
}

static void begin(void)
{
	if (depth == DEPTH)
		return;
	/* What began by itself is ended, so that the first level is the transaction. */
	if (depth == 0)
		commit();
	MUST(depth == 0 ? cq_begin(session, NULL) : cq_savepoint(session));
	flushed();
	begun[depth++] = now;
}

static void roll_back(void)
{
	ROLLBACK();
	if (depth > 1) {
		now = begun[--depth];
		return;
	}
	depth = 0;
	now = committed;
}

static void do_something(unsigned step)
{
	const unsigned u = pick(USERS), p = pick(POSTS), t = pick(TAGS);
	switch (pick(24)) {
	case 0: case 1: case 2: case 3: case 4: append(u, p); break;
	case 5: case 6: take_out(u, p); break;
	case 7: if (now.posts[p].in && !now.posts[p].gone && now.posts[p].author != NOBODY) take_out((unsigned)now.posts[p].author, p); break;
	case 8: case 9: case 10: case 11: case 12: tag(p, t); break;
	case 13: delete_post(p); break;
	case 14: FLUSH(); flushed(); break;
	case 15: case 16: commit(); break;
	case 17: roll_back(); break;
	case 18: begin(); break;
	case 19: case 20: case 21: load(pick(4)); break;
	case 22: expire(pick(2)); break;
	default: FLUSH(); flushed(); break;
	}
	compare_users(step);
	compare_posts(step);
}

static void start(unsigned round)
{
	cq_session_options options = CQ_SESSION_OPTIONS_INIT;
	int64_t ids[POSTS] = { 0 };
	options.no_autoflush = true;
	for (unsigned p = 0; p < POSTS; p++)
		if (now.posts[p].in)
			ids[p] = posts_of[p]->id;
	session_with(&options);
	seed = round * 7919 + 1;
	depth = 0;
	for (unsigned u = 0; u < USERS; u++)
		users_of[u] = GET(User, (int64_t)u + 1);
	for (unsigned t = 0; t < TAGS; t++)
		tags_of[t] = GET(Tag, (int64_t)t + 1);
	for (unsigned p = 0; p < POSTS; p++)
		posts_of[p] = now.posts[p].in ? GET(Post, ids[p]) : NULL;
	committed = now;
}

static void random_changes(void **state)
{
	(void)state;
	const unsigned rounds = database_kind() == CLIENT_SQLITE ? 60 : 12, steps = 250;
	ELSEWHERE("INSERT INTO users (name) VALUES ('a'), ('b'), ('c'), ('d')");
	ELSEWHERE("INSERT INTO tags (name) VALUES ('1'), ('2'), ('3'), ('4'), ('5')");
	for (unsigned round = 0; round < rounds; round++) {
		start(round);
		for (unsigned step = 0; step < steps; step++)
			do_something(round * 1000 + step);
		while (depth > 0)
			commit();
		commit();
	}
	cq_session_close(&session);
	free_posts();
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		TEST(random_changes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
