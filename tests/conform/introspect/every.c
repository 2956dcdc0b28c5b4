/* conform/introspect/every.c: models with every type, attribute and option. */
#include "conform/introspect/schemas.h"

#include <cquel/define.h>
#include <cquel/words.h>

#define Size_VALUES(VALUE) VALUE(SIZE_SMALL, "small") VALUE(SIZE_ODD, "it's \"odd\" \\") VALUE(SIZE_LARGE)
CQ_ENUM(Size)

#define plain_COLUMNS(COLUMN)                                                          \
	COLUMN(id, BIGINT, PRIMARY_KEY, AUTO_INCREMENT, COMMENT("counts by itself"))        \
	COLUMN(flag, BOOLEAN, DEFAULT(true))                                                \
	COLUMN(small, SMALLINT, DEFAULT(-3))                                                \
	COLUMN(whole, INTEGER, CHECK("whole > 0"), CHECK("whole < 1000"))                   \
	COLUMN(large, BIGINT, DEFAULT(9000000000))                                          \
	COLUMN(single, REAL, DEFAULT(0.25))                                                 \
	COLUMN(twice, DOUBLE, DEFAULT(1e100))                                               \
	COLUMN(amount, DECIMAL(12, 3), DEFAULT("1.5"))                                      \
	COLUMN(note, TEXT, DEFAULT("it's \\ \"new\""))                                      \
	COLUMN(word, VARCHAR(50), UNIQUE, COMMENT("it's a name \\"))                        \
	COLUMN(code, CHAR(8), DEFAULT(""))                                                  \
	COLUMN(data, BYTES)                                                                 \
	COLUMN(day, DATE, DEFAULT_NOW)                                                      \
	COLUMN(clock, TIME, DEFAULT_NOW)                                                    \
	COLUMN(moment, TIMESTAMP, DEFAULT_NOW, ON_UPDATE_NOW)                               \
	COLUMN(span, INTERVAL, DEFAULT_SQL("'P1D'"))                                        \
	COLUMN(token, UUID, INDEXED)                                                        \
	COLUMN(document, JSON, DEFAULT_SQL("'{}'"))                                         \
	COLUMN(size, ENUM(Size), DEFAULT(SIZE_ODD))                                         \
	COLUMN(computed, INTEGER, GENERATED("whole + 1"))                                   \
	COLUMN(computed_when_read, NULLABLE(INTEGER), GENERATED_VIRTUAL("whole + 2"))
#define plain_OPTIONS(OPTION)                                                           \
	OPTION(COMMENT("one of each; it's \"all\" there is \\"))                            \
	OPTION(UNIQUE(day, whole))                                                          \
	OPTION(UNIQUE_NAMED(one_token, token, size))                                        \
	OPTION(INDEX(whole, large))                                                         \
	OPTION(INDEX_NAMED(by_clock, clock))                                                \
	OPTION(CHECK("small < whole"))                                                      \
	OPTION(CHECK_NAMED(some_text, "word <> ''"))
CQ_MODEL(Plain, plain)

#define nullables_COLUMNS(COLUMN)                                                       \
	COLUMN(name, VARCHAR(20), PRIMARY_KEY)                                              \
	COLUMN(flag, NULLABLE(BOOLEAN))                                                     \
	COLUMN(small, NULLABLE(SMALLINT))                                                   \
	COLUMN(whole, NULLABLE(INTEGER), UNIQUE)                                            \
	COLUMN(large, NULLABLE(BIGINT))                                                     \
	COLUMN(single, NULLABLE(REAL))                                                      \
	COLUMN(twice, NULLABLE(DOUBLE))                                                     \
	COLUMN(amount, NULLABLE(DECIMAL(18, 0)))                                            \
	COLUMN(note, NULLABLE(TEXT))                                                        \
	COLUMN(word, NULLABLE(VARCHAR(1)))                                                  \
	COLUMN(code, NULLABLE(CHAR(1)))                                                     \
	COLUMN(data, NULLABLE(BYTES))                                                       \
	COLUMN(day, NULLABLE(DATE))                                                         \
	COLUMN(clock, NULLABLE(TIME))                                                       \
	COLUMN(moment, NULLABLE(TIMESTAMP), DEFAULT_NOW)                                    \
	COLUMN(span, NULLABLE(INTERVAL))                                                    \
	COLUMN(token, NULLABLE(UUID))                                                       \
	COLUMN(document, NULLABLE(JSON))                                                    \
	COLUMN(size, NULLABLE(ENUM(Size)))
CQ_MODEL(Nullable, nullables)

#define stored_COLUMNS(COLUMN)                                                          \
	COLUMN(key, UUID, PRIMARY_KEY, STORED_AS(BYTES))                                    \
	COLUMN(line, SMALLINT, PRIMARY_KEY)                                                 \
	COLUMN(moment, TIMESTAMP, STORED_AS(INTEGER), DEFAULT_NOW, ON_UPDATE_NOW)           \
	COLUMN(moment_text, TIMESTAMP, STORED_AS(TEXT), DEFAULT_NOW)                        \
	COLUMN(day, DATE, STORED_AS(INTEGER), DEFAULT_NOW)                                  \
	COLUMN(day_text, NULLABLE(DATE), STORED_AS(TEXT))                                   \
	COLUMN(clock, TIME, STORED_AS(INTEGER), DEFAULT_NOW)                                \
	COLUMN(clock_text, NULLABLE(TIME), STORED_AS(TEXT))                                 \
	COLUMN(amount, DECIMAL(12, 3), STORED_AS(INTEGER), DEFAULT(0))                      \
	COLUMN(exact, DECIMAL(12, 3), STORED_AS(TEXT))                                      \
	COLUMN(rough, DECIMAL(12, 3), STORED_AS(REAL))                                      \
	COLUMN(size, ENUM(Size), STORED_AS(INTEGER), DEFAULT(SIZE_LARGE))                   \
	COLUMN(size_text, NULLABLE(ENUM(Size)), STORED_AS(TEXT))                            \
	COLUMN(token, NULLABLE(UUID), STORED_AS(TEXT))                                      \
	COLUMN(revision, BIGINT, VERSION)                                                   \
	CQ_SOFT_DELETE(COLUMN)
#define stored_OPTIONS(OPTION) OPTION(SQL_NAME("the \"stored\" `forms`"))
CQ_MODEL(Stored, stored)

const table_set *every_schema(void)
TABLE_SET("every type", 0, CQ_TABLE(plain), CQ_TABLE(nullables), CQ_TABLE(stored))

/* ---- references: each action, a ring, a table of itself, a key of text, names in quotes ----------------------------- */

#define owners_COLUMNS(COLUMN)                                                                                   \
	COLUMN(id, INTEGER, PRIMARY_KEY)                                                    \
	COLUMN(name, VARCHAR(30), UNIQUE)                                                   \
	COLUMN(favourite_id, NULLABLE(INTEGER), REFERENCES(pets, id), ON_DELETE(SET_NULL))  \
	COLUMN(parent_id, NULLABLE(INTEGER), REFERENCES(owners, id), INDEXED)
CQ_MODEL(Owner, owners)
#define pets_COLUMNS(COLUMN)                                                                                     \
	COLUMN(id, INTEGER, PRIMARY_KEY, SQL_NAME("the \"id\""))                            \
	COLUMN(owner_id, INTEGER, REFERENCES(owners, id), ON_DELETE(CASCADE), ON_UPDATE(CASCADE), INDEXED) \
	COLUMN(sitter_id, NULLABLE(INTEGER), REFERENCES(owners, id), ON_DELETE(RESTRICT), ON_UPDATE(SET_NULL)) \
	COLUMN(walker_id, NULLABLE(INTEGER), REFERENCES(owners, id), ON_DELETE(NO_ACTION), ON_UPDATE(RESTRICT), UNIQUE) \
	COLUMN(called_by, NULLABLE(VARCHAR(30)), REFERENCES(owners, name), SQL_NAME("order by"))
#define pets_OPTIONS(OPTION) OPTION(SQL_NAME("my pets"))
CQ_MODEL(Pet, pets)

const table_set *actions_schema(void)
TABLE_SET("references", 0, CQ_TABLE(pets), CQ_TABLE(owners))

/* What MariaDB has not. */
#define seats_COLUMNS(COLUMN)                                                                                    \
	COLUMN(id, INTEGER, PRIMARY_KEY)                                                    \
	COLUMN(neighbour_id, INTEGER, REFERENCES(seats, id), ON_DELETE(SET_DEFAULT), ON_UPDATE(SET_DEFAULT), DEFAULT(1)) \
	COLUMN(holder, NULLABLE(VARCHAR(40)))                                               \
	COLUMN(released, BOOLEAN, DEFAULT(false))
#define seats_OPTIONS(OPTION)                                                                                    \
	OPTION(INDEX(neighbour_id), PARTIAL("neighbour_id > 3"))                            \
	OPTION(UNIQUE(holder), PARTIAL("NOT released"))
CQ_MODEL(Seat, seats)

const table_set *partial_schema(void)
TABLE_SET("partial indexes", 1u << CLIENT_MARIADB, CQ_TABLE(seats))

#define rooms_COLUMNS(COLUMN)                                                                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                                     \
	COLUMN(name, VARCHAR(30), INDEXED)
#define rooms_OPTIONS(OPTION) OPTION(SCHEMA("cquel other place")) OPTION(SQL_NAME("rooms"))
CQ_MODEL(Room, rooms)
#define doors_COLUMNS(COLUMN)                                                                                    \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                                     \
	COLUMN(room_id, BIGINT, REFERENCES(rooms, id), ON_DELETE(CASCADE))
#define doors_OPTIONS(OPTION) OPTION(SCHEMA("cquel other place"))
CQ_MODEL(Door, doors)

const table_set *places_schema(void)
TABLE_SET("another schema", 0, CQ_TABLE(doors), CQ_TABLE(rooms))
