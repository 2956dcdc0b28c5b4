/* bench/session_models.h: the structs that a session and a person who does without one fill alike: users, their posts, tags, comments.
 *
 * It knows nothing of statements. session_cquel.c and session_hand.c include it, so that both sides make the very same objects.
 */
#ifndef CQ_BENCH_SESSION_MODELS_H
#define CQ_BENCH_SESSION_MODELS_H

#include "bench.h"

#include <cquel.h>

#include <cquel/words.h>

#define users_COLUMNS(COLUMN)       \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(username, TEXT)          \
	COLUMN(email, TEXT)             \
	COLUMN(age, INTEGER)            \
	COLUMN(balance, DOUBLE)         \
	COLUMN(is_active, BOOLEAN)      \
	COLUMN(created_at, BIGINT)
#define users_RELATIONS(RELATION) RELATION(posts, HAS_MANY(Post, author_id), BACK(author))

#define posts_COLUMNS(COLUMN)                        \
	COLUMN(id, BIGINT, PRIMARY_KEY)                  \
	COLUMN(author_id, BIGINT, REFERENCES(users, id)) \
	COLUMN(title, TEXT)                              \
	COLUMN(body, TEXT)                               \
	COLUMN(created_at, BIGINT)
#define posts_RELATIONS(RELATION)                                      \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts))         \
	RELATION(tags, MANY_TO_MANY(Tag, post_tags, post_id, tag_id))      \
	RELATION(comments, HAS_MANY(Comment, post_id), BACK(post))

#define tags_COLUMNS(COLUMN)        \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(name, TEXT)

#define post_tags_COLUMNS(COLUMN)                               \
	COLUMN(post_id, BIGINT, PRIMARY_KEY, REFERENCES(posts, id)) \
	COLUMN(tag_id, BIGINT, PRIMARY_KEY, REFERENCES(tags, id))

#define comments_COLUMNS(COLUMN)                   \
	COLUMN(id, BIGINT, PRIMARY_KEY)                \
	COLUMN(post_id, BIGINT, REFERENCES(posts, id)) \
	COLUMN(text, TEXT)                             \
	COLUMN(created_at, BIGINT)
#define comments_RELATIONS(RELATION) RELATION(post, BELONGS_TO(Post, post_id), BACK(comments))

CQ_MODEL(User, users)
CQ_MODEL(Post, posts)
CQ_MODEL(Tag, tags)
CQ_MODEL(PostTag, post_tags)
CQ_MODEL(Comment, comments)

/* How much is loaded, and how much is written: each of BENCH_WRITTEN posts has a user of its own and two comments. */
enum { BENCH_AUTHORS = 1000, BENCH_POSTS = 10, BENCH_LABELS = 5, BENCH_TAGS = 100, BENCH_WRITTEN = 10000, BENCH_REPLIES = 2 };

/* All that was loaded, along all that was wired; false: something is not where it belongs. */
static inline bool bench_digest_graph(User *const *found, size_t count, uint64_t *digest)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < count; i++) {
		const User *const user = found[i];
		const bench_user plain = { user->id, user->username, user->email, user->age, user->balance, user->is_active,
			user->created_at };
		sum = bench_digest(sum, &plain);
		if (cq_count(user->posts) != BENCH_POSTS)
			return bench_fail("user %lld has %zu posts", (long long)user->id, cq_count(user->posts));
		CQ_EACH(Post, post, user->posts) {
			const bench_user as_user = { post->id, post->title, post->body, 0, 0, post->author_id == user->id, post->created_at };
			sum = bench_digest(sum, &as_user);
			if (cq_related(post->author) != user || cq_count(post->tags) != BENCH_LABELS)
				return bench_fail("post %lld is not wired", (long long)post->id);
			CQ_EACH(Tag, tag, post->tags) {
				const bench_user label = { tag->id, tag->name, "", 0, 0, false, 0 };
				sum = bench_digest(sum, &label);
			}
		}
	}
	*digest = sum;
	return true;
}

#endif
