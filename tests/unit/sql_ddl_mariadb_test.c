/* sql_ddl_mariadb_test.c: the statements that create and drop tables on MariaDB: every type, attribute and option once.
 *
 * It knows nothing of servers: that MariaDB takes these texts is tested where one runs. ctest runs it.
 */
#include "sql_kit.h"

#define Mood_VALUES(VALUE) VALUE(MOOD_CALM) VALUE(MOOD_ODD, "a \\ and a 'quote'")
CQ_ENUM(Mood)

#define kinds_COLUMNS(COLUMN)                                             \
	COLUMN(id, BIGINT, PRIMARY_KEY)                                       \
	COLUMN(flag, BOOLEAN, DEFAULT(false))                                 \
	COLUMN(small, SMALLINT, DEFAULT(-3))                                  \
	COLUMN(whole, INTEGER, CHECK("whole > 0"), CHECK("whole < 1000"))     \
	COLUMN(single, REAL, DEFAULT(0.25))                                   \
	COLUMN(real, DOUBLE, DEFAULT(0.1))                                    \
	COLUMN(amount, DECIMAL(10, 2), DEFAULT_SQL("9.5"))                      \
	COLUMN(note, TEXT, DEFAULT("it's \\"), UNIQUE)                        \
	COLUMN(word, VARCHAR(50), COLLATE("utf8mb4_general_ci"))              \
	COLUMN(long_word, VARCHAR(20000))                                     \
	COLUMN(code, CHAR(8))                                                 \
	COLUMN(long_code, CHAR(300))                                          \
	COLUMN(data, BYTES, DEFAULT_SQL("x'0127'"))                           \
	COLUMN(day, DATE, DEFAULT_NOW)                                        \
	COLUMN(clock, TIME, DEFAULT_NOW)                                      \
	COLUMN(moment, TIMESTAMP, DEFAULT_NOW, ON_UPDATE_NOW)                 \
	COLUMN(fixed, TIMESTAMP, DEFAULT_SQL("'2024-02-29 10:00:00'"))       \
	COLUMN(span, INTERVAL, DEFAULT_SQL("'P1D'"))                             \
	COLUMN(document, NULLABLE(JSON), COMMENT("anything"), INDEXED)        \
	COLUMN(token, UUID, INDEXED)                                          \
	COLUMN(mood, ENUM(Mood), DEFAULT(MOOD_ODD))                           \
	COLUMN(title, TEXT, GENERATED("lower(word)"), COMMENT("it's computed")) \
	COLUMN(half, NULLABLE(INTEGER), GENERATED_VIRTUAL("whole / 2"))
#define kinds_OPTIONS(OPTION)                       \
	OPTION(COMMENT("one of \"each\" \\ it's all"))  \
	OPTION(INDEX(note, word, long_word))            \
	OPTION(INDEX_NAMED(by_day, day, clock))         \
	OPTION(UNIQUE(day, data))                       \
	OPTION(UNIQUE_NAMED(one_word, word))            \
	OPTION(CHECK("small < whole"))                  \
	OPTION(CHECK_NAMED(has_word, "word <> ''"))
CQ_MODEL(Kind, kinds)

static const char kinds_table[] =
	"CREATE TABLE IF NOT EXISTS `kinds` (\n"
	"    `id` BIGINT NOT NULL AUTO_INCREMENT,\n"
	"    `flag` BOOLEAN NOT NULL DEFAULT FALSE,\n"
	"    `small` SMALLINT NOT NULL DEFAULT -3,\n"
	"    `whole` INTEGER NOT NULL,\n"
	"    `single` FLOAT NOT NULL DEFAULT 0.25,\n"
	"    `real` DOUBLE NOT NULL DEFAULT 0.1,\n"
	"    `amount` DECIMAL(10, 2) NOT NULL DEFAULT (9.5),\n"
	"    `note` LONGTEXT NOT NULL DEFAULT 'it''s \\\\',\n"
	"    `word` VARCHAR(50) COLLATE `utf8mb4_general_ci` NOT NULL,\n"
	"    `long_word` LONGTEXT NOT NULL,\n"
	"    `code` CHAR(8) NOT NULL,\n"
	"    `long_code` VARCHAR(300) NOT NULL,\n"
	"    `data` LONGBLOB NOT NULL DEFAULT (x'0127'),\n"
	"    `day` DATE NOT NULL DEFAULT (UTC_DATE()),\n"
	"    `clock` TIME(6) NOT NULL DEFAULT (UTC_TIME(6)),\n"
	"    `moment` DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),\n"
	"    `fixed` DATETIME(6) NOT NULL DEFAULT ('2024-02-29 10:00:00'),\n"
	"    `span` VARCHAR(80) NOT NULL DEFAULT ('P1D'),\n"
	"    `document` LONGTEXT COMMENT 'anything' CHECK (JSON_VALID(`document`)),\n"
	"    `token` CHAR(36) NOT NULL,\n"
	"    `mood` VARCHAR(255) NOT NULL DEFAULT 'a \\\\ and a ''quote''',\n"
	"    `title` LONGTEXT GENERATED ALWAYS AS (lower(word)) STORED COMMENT 'it''s computed' CHECK (`title` IS NOT NULL),\n"
	"    `half` INTEGER GENERATED ALWAYS AS (whole / 2) VIRTUAL,\n"
	"    CONSTRAINT `pk_kinds` PRIMARY KEY (`id`),\n"
	"    CONSTRAINT `uq_kinds_note` UNIQUE (`note`),\n"
	"    CONSTRAINT `uq_kinds_day_data` UNIQUE (`day`, `data`),\n"
	"    CONSTRAINT `one_word` UNIQUE (`word`),\n"
	"    CONSTRAINT `ck_kinds_whole` CHECK (whole > 0),\n"
	"    CONSTRAINT `ck_kinds_whole_2` CHECK (whole < 1000),\n"
	"    CONSTRAINT `ck_kinds_mood` CHECK (`mood` IN ('MOOD_CALM', 'a \\\\ and a ''quote''')),\n"
	"    CONSTRAINT `ck_kinds` CHECK (small < whole),\n"
	"    CONSTRAINT `has_word` CHECK (word <> '')\n"
	") ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin COMMENT='one of \"each\" \\\\ it''s all';\n"
	"CREATE INDEX IF NOT EXISTS `ix_kinds_document` ON `kinds` (`document`(191));\n"
	"CREATE INDEX IF NOT EXISTS `ix_kinds_token` ON `kinds` (`token`);\n"
	"CREATE INDEX IF NOT EXISTS `ix_kinds_note_word_long_word` ON `kinds` (`note`(191), `word`, `long_word`(191));\n"
	"CREATE INDEX IF NOT EXISTS `by_day` ON `kinds` (`day`, `clock`);\n";

#define stored_COLUMNS(COLUMN)                                                  \
	COLUMN(key, UUID, PRIMARY_KEY, STORED_AS(BYTES))                            \
	COLUMN(line, SMALLINT, PRIMARY_KEY)                                         \
	COLUMN(moment, TIMESTAMP, STORED_AS(INTEGER), DEFAULT_NOW, ON_UPDATE_NOW)   \
	COLUMN(moment_text, TIMESTAMP, STORED_AS(TEXT), DEFAULT_NOW)                \
	COLUMN(day, DATE, STORED_AS(INTEGER), DEFAULT_NOW)                          \
	COLUMN(day_text, DATE, STORED_AS(TEXT), DEFAULT_NOW)                        \
	COLUMN(clock, TIME, STORED_AS(INTEGER), DEFAULT_NOW)                        \
	COLUMN(clock_text, TIME, STORED_AS(TEXT), DEFAULT_NOW)                      \
	COLUMN(amount, DECIMAL(12, 3), STORED_AS(INTEGER))                          \
	COLUMN(exact, DECIMAL(12, 3), STORED_AS(TEXT))                              \
	COLUMN(rough, DECIMAL(12, 3), STORED_AS(REAL))                              \
	COLUMN(mood, ENUM(Mood), STORED_AS(INTEGER), DEFAULT(MOOD_ODD))             \
	COLUMN(mood_text, ENUM(Mood), STORED_AS(TEXT))                              \
	COLUMN(token, UUID, STORED_AS(TEXT), DEFAULT_SQL("UUID()"))                 \
	COLUMN(key_or_none, NULLABLE(UUID), STORED_AS(BYTES))
CQ_MODEL(Stored, stored)

static const char stored_table[] =
	"CREATE TABLE IF NOT EXISTS `stored` (\n"
	"    `key` BINARY(16) NOT NULL,\n"
	"    `line` SMALLINT NOT NULL,\n"
	"    `moment` BIGINT NOT NULL DEFAULT (TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6))),\n"
	"    `moment_text` VARCHAR(80) NOT NULL DEFAULT (CAST(UTC_TIMESTAMP(6) AS CHAR)),\n"
	"    `day` BIGINT NOT NULL DEFAULT (DATEDIFF(UTC_DATE(), '1970-01-01')),\n"
	"    `day_text` VARCHAR(80) NOT NULL DEFAULT (CAST(UTC_DATE() AS CHAR)),\n"
	"    `clock` BIGINT NOT NULL DEFAULT (TIMESTAMPDIFF(MICROSECOND, UTC_DATE(), UTC_TIMESTAMP(6))),\n"
	"    `clock_text` VARCHAR(80) NOT NULL DEFAULT (CAST(UTC_TIME(6) AS CHAR)),\n"
	"    `amount` BIGINT NOT NULL,\n"
	"    `exact` VARCHAR(80) NOT NULL,\n"
	"    `rough` DOUBLE NOT NULL,\n"
	"    `mood` INTEGER NOT NULL DEFAULT 1,\n"
	"    `mood_text` VARCHAR(255) NOT NULL,\n"
	"    `token` CHAR(36) NOT NULL DEFAULT (UUID()),\n"
	"    `key_or_none` BINARY(16),\n"
	"    CONSTRAINT `pk_stored` PRIMARY KEY (`key`, `line`),\n"
	"    CONSTRAINT `ck_stored_mood` CHECK (`mood` IN (0, 1)),\n"
	"    CONSTRAINT `ck_stored_mood_text` CHECK (`mood_text` IN ('MOOD_CALM', 'a \\\\ and a ''quote'''))\n"
	") ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;\n";

/* A ring, a name with backticks, another database, every action but SET DEFAULT. */
#define hens_COLUMNS(COLUMN)                                                                    \
	COLUMN(id, INTEGER, PRIMARY_KEY, AUTO_INCREMENT)                                            \
	COLUMN(laid_by, NULLABLE(INTEGER), REFERENCES(eggs, id), ON_DELETE(SET_NULL), SQL_NAME("the `egg`"))
#define hens_OPTIONS(OPTION) OPTION(SQL_NAME("the hens")) OPTION(SCHEMA("other"))
CQ_MODEL(Hen, hens)
#define eggs_COLUMNS(COLUMN)                                                                    \
	COLUMN(id, INTEGER, PRIMARY_KEY)                                                            \
	COLUMN(hen_id, INTEGER, REFERENCES(hens, id), ON_DELETE(CASCADE), ON_UPDATE(RESTRICT), INDEXED) \
	COLUMN(twin_id, NULLABLE(INTEGER), REFERENCES(eggs, id), ON_UPDATE(NO_ACTION), UNIQUE)
#define eggs_OPTIONS(OPTION) OPTION(SCHEMA("other"))
CQ_MODEL(Egg, eggs)

static const char ring_tables[] =
	"CREATE TABLE IF NOT EXISTS `other`.`the hens` (\n"
	"    `id` INTEGER NOT NULL AUTO_INCREMENT,\n"
	"    `the ``egg``` INTEGER,\n"
	"    CONSTRAINT `pk_the hens` PRIMARY KEY (`id`)\n"
	") ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;\n"
	"CREATE TABLE IF NOT EXISTS `other`.`eggs` (\n"
	"    `id` INTEGER NOT NULL AUTO_INCREMENT,\n"
	"    `hen_id` INTEGER NOT NULL,\n"
	"    `twin_id` INTEGER,\n"
	"    CONSTRAINT `pk_eggs` PRIMARY KEY (`id`),\n"
	"    CONSTRAINT `uq_eggs_twin_id` UNIQUE (`twin_id`),\n"
	"    CONSTRAINT `fk_eggs_hen_id_the hens` FOREIGN KEY (`hen_id`) REFERENCES `other`.`the hens` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,\n"
	"    CONSTRAINT `fk_eggs_twin_id_eggs` FOREIGN KEY (`twin_id`) REFERENCES `other`.`eggs` (`id`) ON UPDATE NO ACTION\n"
	") ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;\n"
	"CREATE INDEX IF NOT EXISTS `ix_eggs_hen_id` ON `other`.`eggs` (`hen_id`);\n"
	"ALTER TABLE `other`.`the hens` ADD CONSTRAINT `fk_the hens_the ``egg``_eggs` FOREIGN KEY IF NOT EXISTS `fk_the hens_the ``egg``_eggs` "
	"(`the ``egg```) REFERENCES `other`.`eggs` (`id`) ON DELETE SET NULL;\n";

static const char ring_drops[] =
	"ALTER TABLE IF EXISTS `other`.`the hens` DROP FOREIGN KEY IF EXISTS `fk_the hens_the ``egg``_eggs`;\n"
	"DROP TABLE IF EXISTS `other`.`eggs`;\n"
	"DROP TABLE IF EXISTS `other`.`the hens`;\n";

static void check_script(cq__ddl *ddl, const char *expected)
{
	cq__buffer script = { 0 };
	for (uint32_t i = 0; i < ddl->count; i++)
		cq__buffer_append_format(&script, "%s;\n", ddl->statements[i]);
	assert_string_equal(cq__buffer_text(&script), expected);
	cq__buffer_release(&script);
	cq__ddl_release(ddl);
}

static void check_tables(const cq_table *const *tables, size_t count, const char *expected)
{
	cq__ddl ddl;
	cq__error error = { 0 };
	if (cq__ddl_create(&cq__dialect_mariadb, tables, count, &ddl, &error) != CQ_OK)
		fail_msg("%s", cq__error_get(&error)->message);
	check_script(&ddl, expected);
	record_alone(&cq__dialect_mariadb, tables, count);
}

static void golden(void **state)
{
	(void)state;
	check_tables((const cq_table *[]){ CQ_TABLE(kinds) }, 1, kinds_table);
	check_tables((const cq_table *[]){ CQ_TABLE(stored) }, 1, stored_table);
}

static void ring(void **state)
{
	(void)state;
	const cq_table *const tables[] = { CQ_TABLE(hens), CQ_TABLE(eggs) };
	check_tables(tables, 2, ring_tables);
	cq__ddl drop;
	assert_int_equal(cq__ddl_drop(&cq__dialect_mariadb, tables, 2, &drop, NULL), CQ_OK);
	check_script(&drop, ring_drops);
}

/* All tables of the kit, which the statements of other tests are about. */
static void kit(void **state)
{
	(void)state;
	size_t count;
	const cq_table *const *const tables = kit_tables(&count);
	cq__ddl ddl;
	assert_int_equal(cq__ddl_create(&cq__dialect_mariadb, tables, count, &ddl, NULL), CQ_OK);
	assert_int_equal(ddl.count, 7);
	cq__ddl_release(&ddl);
}

/* ---- what MariaDB lacks --------------------------------------------------------------------------------------------- */

#define counters_COLUMNS(COLUMN)        \
	COLUMN(name, VARCHAR(20), PRIMARY_KEY) \
	COLUMN(number, BIGINT, PRIMARY_KEY, AUTO_INCREMENT)
CQ_MODEL(Counter, counters)
#define twice_COLUMNS(COLUMN)           \
	COLUMN(id, BIGINT, PRIMARY_KEY)     \
	COLUMN(number, BIGINT, UNIQUE, AUTO_INCREMENT)
CQ_MODEL(Twice, twice)
#define tickets_COLUMNS(COLUMN)         \
	COLUMN(name, VARCHAR(20), PRIMARY_KEY) \
	COLUMN(number, BIGINT, UNIQUE, AUTO_INCREMENT)
CQ_MODEL(Ticket, tickets)
#define pages_COLUMNS(COLUMN)           \
	COLUMN(path, TEXT, PRIMARY_KEY)
CQ_MODEL(Page, pages)
#define blobs_COLUMNS(COLUMN)           \
	COLUMN(hash, BYTES, PRIMARY_KEY)
CQ_MODEL(Blob, blobs)
#define words_COLUMNS(COLUMN)           \
	COLUMN(id, BIGINT, PRIMARY_KEY)     \
	COLUMN(word, VARCHAR(1000), UNIQUE) \
	COLUMN(base, VARCHAR(1000), REFERENCES(words, word))
CQ_MODEL(Word, words)
#define chicks_COLUMNS(COLUMN)          \
	COLUMN(id, BIGINT, PRIMARY_KEY)     \
	COLUMN(parent_id, BIGINT, REFERENCES(chicks, id), ON_DELETE(SET_DEFAULT), DEFAULT(1))
CQ_MODEL(Chick, chicks)
#define nests_COLUMNS(COLUMN)           \
	COLUMN(id, BIGINT, PRIMARY_KEY)     \
	COLUMN(chick_id, BIGINT, REFERENCES(users, id))
#define nests_OPTIONS(OPTION) OPTION(SCHEMA("other"))
CQ_MODEL(Nest, nests)

static void check_lacks(const cq_table *table, const char *message)
{
	cq__ddl ddl;
	cq__error error = { 0 };
	assert_int_equal(cq__ddl_create(&cq__dialect_mariadb, &table, 1, &ddl, &error), CQ_UNSUPPORTED);
	assert_int_equal(ddl.count, 0);
	assert_string_equal(cq__error_get(&error)->message, message);
	cq__error_release(&error);
}

static void lacks(void **state)
{
	(void)state;
	check_lacks(CQ_TABLE(counters),
		"counters.number: mariadb has AUTO_INCREMENT only for a column that is UNIQUE or the first of the primary key");
	check_lacks(CQ_TABLE(twice), "twice.id: mariadb has AUTO_INCREMENT for one column of a table only");
	check_lacks(CQ_TABLE(pages), "pages.path: mariadb takes no TEXT in a primary key; give it a length (VARCHAR(n))");
	check_lacks(CQ_TABLE(blobs), "blobs.hash: mariadb takes no BYTES in a primary key; give it a length (VARCHAR(n))");
	check_lacks(CQ_TABLE(words), "words.base: mariadb takes no VARCHAR in a foreign key; give it a length (VARCHAR(n))");
	check_lacks(CQ_TABLE(chicks), "chicks.parent_id: mariadb has no SET DEFAULT");
	cq__ddl ddl;
	cq__error error = { 0 };
	const cq_table *const homes[] = { CQ_TABLE(users), CQ_TABLE(nests) };
	assert_int_equal(cq__ddl_create(&cq__dialect_mariadb, homes, 2, &ddl, &error), CQ_UNSUPPORTED);
	assert_string_equal(cq__error_get(&error)->message, "nests.chick_id: mariadb looks for users in other; give users a SCHEMA, too");
	cq__error_release(&error);
	assert_int_equal(cq__ddl_create(&cq__dialect_mariadb, (const cq_table *[]){ CQ_TABLE(tickets) }, 1, &ddl, NULL), CQ_OK);
	cq__ddl_release(&ddl);
	record_alone(&cq__dialect_mariadb, (const cq_table *[]){ CQ_TABLE(tickets) }, 1);
}

/* Sixty-four characters are a name, also where they are more bytes; sixty-five are none. */
#define NAME_16 "häuser_am_fluss_"
static void long_names(void **state)
{
	(void)state;
	struct {
		cq_table table;
		cq_column column;
	} made = { .column = { .name = "id", .place = sizeof(cq_table), .type = CQ_TYPE_BIGINT } };
	const cq_attribute rows[] = { { .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_END } };
	const cq_attribute options[] = { { .kind = CQ_OPTION_END } };
	made.table = (cq_table){ .name = NAME_16 NAME_16 NAME_16 NAME_16, .attributes = rows, .options = options, .object = "House",
		.column_count = 1 };
	const cq_table *const table = &made.table;
	cq__ddl ddl;
	assert_int_equal(cq__ddl_create(&cq__dialect_mariadb, &table, 1, &ddl, NULL), CQ_OK);
	cq__ddl_release(&ddl);
	record_alone(&cq__dialect_mariadb, &table, 1);
	made.table.name = NAME_16 NAME_16 NAME_16 NAME_16 "x";
	check_lacks(table, "mariadb takes names of at most 64 characters: " NAME_16 NAME_16 NAME_16 NAME_16 "x");
	cq__buffer name = { 0 };
	const char *const parts[] = { "uq", NAME_16 NAME_16, NAME_16 NAME_16 };
	cq__sql_constraint_name(&cq__dialect_mariadb, &name, parts, 3);
	assert_int_equal(cq__sql_name_length(&cq__dialect_mariadb, cq__buffer_text(&name)), 61);
	assert_int_equal(name.length, 64);
	cq__buffer_release(&name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(golden),
		cmocka_unit_test(ring),
		cmocka_unit_test(kit),
		cmocka_unit_test(lacks),
		cmocka_unit_test(long_names),
	};
	return cmocka_run_group_tests(tests, kit_setup, kit_teardown);
}
