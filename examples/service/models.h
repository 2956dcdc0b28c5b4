/* service/models.h: the tables of the service. Every file that queries includes this. */
#ifndef SERVICE_MODELS_H
#define SERVICE_MODELS_H

#include <cquel.h>

#define users_COLUMNS(COLUMN)                                                                    \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                                      \
	COLUMN(username,   VARCHAR(40), UNIQUE)                                                      \
	COLUMN(bio,        NULLABLE(TEXT))                                                           \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)

#define posts_COLUMNS(COLUMN)                                                                    \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                                      \
	COLUMN(author_id,  BIGINT, REFERENCES(users, id), INDEXED)                                   \
	COLUMN(title,      VARCHAR(200))                                                             \
	COLUMN(body,       TEXT)                                                                     \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)                                                   \
	COLUMN(updated_at, TIMESTAMP, DEFAULT_NOW, ON_UPDATE_NOW)

#define comments_COLUMNS(COLUMN)                                                                 \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                                      \
	COLUMN(post_id,    BIGINT, REFERENCES(posts, id), ON_DELETE(CASCADE), INDEXED)               \
	COLUMN(author_id,  BIGINT, REFERENCES(users, id), INDEXED)                                   \
	COLUMN(body,       TEXT)                                                                     \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)

#define tags_COLUMNS(COLUMN)                                                                     \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                                      \
	COLUMN(name,       VARCHAR(30), UNIQUE)

#define post_tags_COLUMNS(COLUMN)                                                                \
	COLUMN(post_id,    BIGINT, PRIMARY_KEY, REFERENCES(posts, id), ON_DELETE(CASCADE))           \
	COLUMN(tag_id,     BIGINT, PRIMARY_KEY, REFERENCES(tags, id), ON_DELETE(CASCADE), INDEXED)

CQ_MODEL(User, users)
CQ_MODEL(Post, posts)
CQ_MODEL(Comment, comments)
CQ_MODEL(Tag, tags)
CQ_MODEL(PostTag, post_tags)

#endif
