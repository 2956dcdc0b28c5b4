/* cookbook/models.h: a small magazine: its users, what they post, the folders of its office, meters, stock, and what is kept of it.
 *
 * It knows nothing of recipes. data.c has the rows.
 */
#ifndef COOKBOOK_MODELS_H
#define COOKBOOK_MODELS_H

#include <cquel.h>

#define Role_VALUES(VALUE) VALUE(ROLE_READER, "reader") VALUE(ROLE_EDITOR, "editor") VALUE(ROLE_OWNER, "owner")
CQ_ENUM(Role)

#define users_COLUMNS(COLUMN)                                                \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                  \
	COLUMN(username,   VARCHAR(30), UNIQUE)                                  \
	COLUMN(bio,        NULLABLE(TEXT))                                       \
	COLUMN(age,        NULLABLE(INTEGER))                                    \
	COLUMN(balance,    DECIMAL(10, 2))                                       \
	COLUMN(is_active,  BOOLEAN, DEFAULT(true))                               \
	COLUMN(role,       ENUM(Role), DEFAULT(ROLE_READER))                     \
	COLUMN(boss_id,    NULLABLE(BIGINT), REFERENCES(users, id), INDEXED)     \
	COLUMN(settings,   JSON)                                                 \
	COLUMN(created_at, TIMESTAMP, DEFAULT_NOW)
#define users_RELATIONS(RELATION)                                            \
	RELATION(posts,    HAS_MANY(Post, author_id), BACK(author))              \
	RELATION(leader,   BELONGS_TO(User, boss_id), BACK(reports))             \
	RELATION(reports,  HAS_MANY(User, boss_id), BACK(leader))
CQ_MODEL(User, users)
CQ_ALIAS(users, boss)

#define posts_COLUMNS(COLUMN)                                                \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                  \
	COLUMN(author_id,  BIGINT, REFERENCES(users, id), INDEXED)               \
	COLUMN(title,      VARCHAR(200))                                         \
	COLUMN(section,    VARCHAR(20))                                          \
	COLUMN(words,      INTEGER)                                              \
	COLUMN(score,      NULLABLE(DOUBLE))                                     \
	COLUMN(posted,     DATE)
#define posts_RELATIONS(RELATION)                                            \
	RELATION(author,   BELONGS_TO(User, author_id), BACK(posts))
CQ_MODEL(Post, posts)
CQ_ALIAS(posts, earlier)

#define folders_COLUMNS(COLUMN)                                              \
	COLUMN(id,         BIGINT, PRIMARY_KEY)                                  \
	COLUMN(parent_id,  NULLABLE(BIGINT), REFERENCES(folders, id))            \
	COLUMN(name,       VARCHAR(40))
CQ_MODEL(Folder, folders)
CQ_ALIAS(folders, parent)

#define readings_COLUMNS(COLUMN)                                             \
	COLUMN(meter,      INTEGER, PRIMARY_KEY)                                 \
	COLUMN(read_on,    DATE, PRIMARY_KEY)                                    \
	COLUMN(amount,     INTEGER)
CQ_MODEL(Reading, readings)

#define stock_COLUMNS(COLUMN)                                                \
	COLUMN(sku,        VARCHAR(20), PRIMARY_KEY)                             \
	COLUMN(amount,     INTEGER)                                              \
	COLUMN(note,       NULLABLE(TEXT))                                       \
	COLUMN(price,      DECIMAL(8, 2))
CQ_MODEL(Stock, stock)

#define summaries_COLUMNS(COLUMN)                                            \
	COLUMN(author_id,  BIGINT, PRIMARY_KEY, REFERENCES(users, id))           \
	COLUMN(number,     BIGINT)                                               \
	COLUMN(words,      NULLABLE(BIGINT))                                     \
	COLUMN(best,       NULLABLE(TEXT))
CQ_MODEL(Summary, summaries)

CQ_RELATIONS(users, posts)

#endif
