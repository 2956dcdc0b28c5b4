/* quickstart/models.h: the tables of the example. A table is written once, as a list; CQ_MODEL makes of it a struct for its
 * rows, a name for each of its columns, and what cquel needs to create and fill it. Every file that queries includes this.
 */
#ifndef QUICKSTART_MODELS_H
#define QUICKSTART_MODELS_H

#include <cquel.h>

/* Columns that several tables share are a list inside their lists. */
#define TIMESTAMPS(COLUMN)                          \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)      \
	COLUMN(updated_at, TIMESTAMP, DEFAULT_NOW, ON_UPDATE_NOW)

#define users_COLUMNS(COLUMN)                       \
	COLUMN(id,        BIGINT, PRIMARY_KEY)          \
	COLUMN(username,  VARCHAR(50), UNIQUE)          \
	COLUMN(bio,       NULLABLE(TEXT))               \
	COLUMN(is_active, BOOLEAN, DEFAULT(true))       \
	TIMESTAMPS(COLUMN)

#define posts_COLUMNS(COLUMN)                       \
	COLUMN(id,        BIGINT, PRIMARY_KEY)          \
	COLUMN(author_id, BIGINT, REFERENCES(users, id), ON_DELETE(CASCADE), INDEXED) \
	COLUMN(title,     VARCHAR(200))                 \
	TIMESTAMPS(COLUMN)

CQ_MODEL(User, users) /* struct User, and users.id, users.username ... */
CQ_MODEL(Post, posts)

#endif
