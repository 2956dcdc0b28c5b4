/* models.h: models with relations, for two units that must agree about them.
 * It knows nothing of statements.
 */
#ifndef MACRO_RELATION_MODELS_H
#define MACRO_RELATION_MODELS_H

#include <cquel.h>

#define users_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY) COLUMN(boss_id, NULLABLE(BIGINT))
#define users_RELATIONS(RELATION)                                    \
	RELATION(posts,   HAS_MANY(Post, author_id), BACK(author))       \
	RELATION(leader,  BELONGS_TO(User, boss_id), BACK(reports))      \
	RELATION(reports, HAS_MANY(User, boss_id), BACK(leader))
#define posts_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY) COLUMN(author_id, BIGINT) COLUMN(votes, INTEGER)
#define posts_RELATIONS(RELATION)                                    \
	RELATION(author, BELONGS_TO(User, author_id), BACK(posts))       \
	RELATION(tags,   MANY_TO_MANY(Tag, post_tags, post_id, tag_id))
#define tags_COLUMNS(COLUMN) COLUMN(id, BIGINT, PRIMARY_KEY)
#define post_tags_COLUMNS(COLUMN) COLUMN(post_id, BIGINT, PRIMARY_KEY) COLUMN(tag_id, BIGINT, PRIMARY_KEY)
CQ_MODEL(User, users)
CQ_ALIAS(users, boss)
CQ_MODEL(Post, posts)
CQ_MODEL(Tag, tags)
CQ_ASSOCIATION(post_tags)
CQ_RELATIONS(users, posts)

const cq_relation *other_posts(void);
cq_statement other_query(void);

#endif
