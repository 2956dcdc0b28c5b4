/* service/models.h: the tables of the service. Every file that queries includes this. */
#ifndef SERVICE_MODELS_H
#define SERVICE_MODELS_H

#include <cquel.h>
#include <cquel/session.h>

#define users_COLUMNS(COLUMN)                                                              \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                                \
	COLUMN(username,   VARCHAR(40), UNIQUE)                                                \
	COLUMN(bio,        NULLABLE(TEXT))                                                     \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)
/* Whoever has written something stays: the database refuses to delete the user. */
#define users_RELATIONS(RELATION)                                                          \
	RELATION(posts,    HAS_MANY(Post, author_id), BACK(author), PASSIVE_DELETES)

/* A post that is deleted keeps its row. Its version tells two who change it at once that they do. */
#define posts_COLUMNS(COLUMN)                                                              \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                                \
	COLUMN(author_id,  BIGINT, REFERENCES(users, id), INDEXED)                             \
	COLUMN(title,      VARCHAR(200))                                                       \
	COLUMN(body,       TEXT)                                                               \
	COLUMN(version,    INTEGER, VERSION)                                                   \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)                                             \
	COLUMN(updated_at, TIMESTAMP, DEFAULT_NOW, ON_UPDATE_NOW)                              \
	CQ_SOFT_DELETE(COLUMN)
#define posts_RELATIONS(RELATION)                                                          \
	RELATION(author,   BELONGS_TO(User, author_id), BACK(posts))                           \
	RELATION(comments, HAS_MANY(Comment, post_id), BACK(post), CASCADE(ALL, DELETE_ORPHAN), ORDERED_BY(id)) \
	RELATION(tags,     MANY_TO_MANY(Tag, post_tags, post_id, tag_id), BACK(posts), ORDERED_BY(name))

#define comments_COLUMNS(COLUMN)                                                           \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                                \
	COLUMN(post_id,    BIGINT, REFERENCES(posts, id), ON_DELETE(CASCADE), INDEXED)         \
	COLUMN(author_id,  BIGINT, REFERENCES(users, id), INDEXED)                             \
	COLUMN(body,       TEXT)                                                               \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)
#define comments_RELATIONS(RELATION)                                                       \
	RELATION(post,     BELONGS_TO(Post, post_id), BACK(comments))                          \
	RELATION(author,   BELONGS_TO(User, author_id))

#define tags_COLUMNS(COLUMN)                                                               \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                                \
	COLUMN(name,       VARCHAR(30), UNIQUE)
#define tags_RELATIONS(RELATION)                                                           \
	RELATION(posts,    MANY_TO_MANY(Post, post_tags, tag_id, post_id), BACK(tags))

#define post_tags_COLUMNS(COLUMN)                                                          \
	COLUMN(post_id,    BIGINT, PRIMARY_KEY, REFERENCES(posts, id), ON_DELETE(CASCADE))     \
	COLUMN(tag_id,     BIGINT, PRIMARY_KEY, REFERENCES(tags, id), ON_DELETE(CASCADE), INDEXED)

CQ_MODEL(User, users)
CQ_MODEL(Post, posts)
CQ_MODEL(Comment, comments)
CQ_MODEL(Tag, tags)
CQ_ASSOCIATION(post_tags)
CQ_RELATIONS(users, posts, comments, tags)

#endif
