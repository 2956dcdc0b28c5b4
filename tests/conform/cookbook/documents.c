/* cookbook/documents.c: recipes of dates, JSON, and SQL of one's own.
 *
 * It knows nothing of how they are compared. cookbook_test.c runs them.
 */
#include "cookbook.h"

#include <string.h>

#define Moment_FIELDS(FIELD)                                                      \
	FIELD(id,       BIGINT, users.id)                                             \
	FIELD(year,     INTEGER, EXTRACT(YEAR, users.created_at))                     \
	FIELD(quarter,  INTEGER, EXTRACT(QUARTER, users.created_at))                  \
	FIELD(weekday,  INTEGER, EXTRACT(DAY_OF_WEEK, users.created_at))              \
	FIELD(day,      INTEGER, EXTRACT(DAY_OF_YEAR, users.created_at))              \
	FIELD(epoch,    BIGINT, EXTRACT(EPOCH, users.created_at))                     \
	FIELD(month,    TIMESTAMP, DATE_TRUNC(MONTH, users.created_at))               \
	FIELD(hour,     TIMESTAMP, DATE_TRUNC(HOUR, users.created_at))                \
	FIELD(next,     TIMESTAMP, DATE_ADD(MONTH, users.created_at, 1))              \
	FIELD(last,     TIMESTAMP, DATE_ADD(YEAR, users.created_at, -1))              \
	FIELD(seconds,  BIGINT, DATE_DIFF(SECOND, users.created_at, DATE_TRUNC(DAY, users.created_at))) \
	FIELD(later,    TIMESTAMP, DATE_ADD(MINUTE, users.created_at, users.id))
CQ_ROW(Moment)

#define End_FIELDS(FIELD)                                                         \
	FIELD(id,       BIGINT, posts.id)                                             \
	FIELD(week,     DATE, DATE_TRUNC(WEEK, posts.posted))                         \
	FIELD(next,     DATE, DATE_ADD(MONTH, posts.posted, 1))                       \
	FIELD(last,     DATE, DATE_ADD(DAY, DATE_TRUNC(MONTH, DATE_ADD(MONTH, posts.posted, 1)), -1)) \
	FIELD(weeks,    BIGINT, DATE_DIFF(WEEK, VALUE(day(2024, 4, 1)), posts.posted)) \
	FIELD(days,     BIGINT, DATE_DIFF(DAY, posts.posted, VALUE(day(2024, 1, 1))))
CQ_ROW(End)

/* A month later, but never beyond its last day. */
#define NEXT_MONTH(column, time) \
	"MIN(date(" column ", '+1 month'), date(" column ", 'start of month', '+2 months', '-1 day'))" time

void cookbook_moments(void **state)
{
	(void)state;
	const cq_interval span = {.days = 1, .months = 1};
	READ(Moment, NONE,
		"SELECT id, CAST(strftime('%Y', created_at) AS INTEGER), (strftime('%m', created_at) + 2) / 3, (strftime('%w', created_at) + 6) % 7 + 1, "
		"CAST(strftime('%j', created_at) AS INTEGER), CAST(strftime('%s', created_at) AS INTEGER), strftime('%Y-%m-01 00:00:00', created_at), "
		"strftime('%Y-%m-%d %H:00:00', created_at), " NEXT_MONTH("created_at", "|| substr(created_at, 11)") ", "
		"CASE WHEN substr(created_at, 6, 5) = '02-29' THEN '2023-02-28' ELSE (substr(created_at, 1, 4) - 1) || substr(created_at, 5, 6) END || substr(created_at, 11), "
		"strftime('%s', created_at) - strftime('%s', date(created_at)), "
		"strftime('%Y-%m-%d %H:%M:%S', substr(created_at, 1, 19), '+' || id || ' minutes') || substr(created_at, 20) FROM users ORDER BY id",
		SELECT_ROW(Moment), FROM(users), ORDER_BY(users.id));
	READ(End, NONE,
		"SELECT id, date(posted, '-6 days', 'weekday 1'), " NEXT_MONTH("posted", "") ", date(posted, 'start of month', '+2 months', '-1 day', "
		"CASE WHEN 1 THEN 'start of month' END, '-1 day', '+1 day'), CAST((julianday('2024-04-01') - julianday(posted)) / 7 AS INTEGER), "
		"CAST(julianday(posted) - julianday('2024-01-01') AS INTEGER) FROM posts ORDER BY id",
		SELECT(posts.id, DATE_TRUNC(WEEK, posts.posted), DATE_ADD(MONTH, posts.posted, 1), DATE_TRUNC(MONTH, DATE_ADD(MONTH, posts.posted, 1)),
			DATE_DIFF(WEEK, day(2024, 4, 1), posts.posted), DATE_DIFF(DAY, posts.posted, day(2024, 1, 1))),
		FROM(posts), ORDER_BY(posts.id));
	/* The last day of each month. */
	READ(End, NONE,
		"SELECT id, date(posted, '-6 days', 'weekday 1'), " NEXT_MONTH("posted", "") ", date(posted, 'start of month', '+1 month', '-1 day'), "
		"CAST((julianday('2024-04-01') - julianday(posted)) / 7 AS INTEGER), CAST(julianday(posted) - julianday('2024-01-01') AS INTEGER) FROM posts ORDER BY id",
		SELECT_ROW(End), FROM(posts), ORDER_BY(posts.id));
	READ(Count, NONE, "SELECT strftime('%Y-%m-01', posted) AS m, COUNT(*) FROM posts GROUP BY m ORDER BY m",
		SELECT(AS(CAST(DATE_TRUNC(MONTH, posts.posted), TEXT), m), COUNT_ROWS()), FROM(posts), GROUP_BY(LABEL(m)), ORDER_BY(LABEL(m)));
	SCALAR(cq_timestamp, SQLITE | MARIADB, "SELECT '2024-03-01 10:00:00'",
		SELECT(DATE_ADD(users.created_at, span)), FROM(users), WHERE(EQ(users.id, 1)));
	assert_non_null(strstr(cq_last_error(kitchen_db)->message, "DATE_ADD of an INTERVAL: "));
	SCALAR(int64_t, NONE, "SELECT COUNT(*) FROM users", SELECT(COUNT_ROWS()), FROM(users),
		WHERE(LT(users.created_at, NOW()), LE(CAST(users.created_at, DATE), TODAY())));
}

#define Document_FIELDS(FIELD)                                                    \
	FIELD(id,       BIGINT, users.id)                                             \
	FIELD(theme,    NULLABLE(TEXT), JSON_TEXT(users.settings, "theme", "name"))   \
	FIELD(colours,  NULLABLE(JSON), JSON_GET(users.settings, "theme", "colours")) \
	FIELD(first,    NULLABLE(TEXT), JSON_TEXT(users.settings, "theme", "colours", 0)) \
	FIELD(number,   NULLABLE(INTEGER), JSON_LENGTH(JSON_GET(users.settings, "theme", "colours"))) \
	FIELD(n,        NULLABLE(BIGINT), CAST(JSON_TEXT(users.settings, "n"), BIGINT)) \
	FIELD(object,   JSON, JSON_OBJECT("id", users.id, "name", users.username, "active", users.is_active)) \
	FIELD(array,    JSON, JSON_ARRAY(users.id, users.bio, 1))
CQ_ROW(Document)

#define Listed_FIELDS(FIELD) FIELD(section, TEXT, posts.section) FIELD(titles, NULLABLE(JSON), JSON_AGG(posts.title, ORDER_BY(posts.id)))
CQ_ROW(Listed)

void cookbook_documents(void **state)
{
	(void)state;
	const char *const key = "n";
	READ(Document, NONE,
		"SELECT id, json_extract(settings, '$.theme.name'), json_extract(settings, '$.theme.colours'), json_extract(settings, '$.theme.colours[0]'), "
		"json_array_length(json_extract(settings, '$.theme.colours')), json_extract(settings, '$.n'), "
		"json_object('id', id, 'name', username, 'active', json(CASE WHEN is_active THEN 'true' ELSE 'false' END)), json_array(id, bio, 1) FROM users ORDER BY id",
		SELECT_ROW(Document), FROM(users), ORDER_BY(users.id));
	READ(Name, NONE, "SELECT id, username FROM users WHERE json_extract(settings, '$.n') = 2 OR json_extract(settings, '$.n') > 2 ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(OR(EQ(JSON_TEXT(users.settings, key), "2"), GT(CAST(JSON_TEXT(users.settings, key), INTEGER), 2))),
		ORDER_BY(users.id));
	READ(Listed, SQLITE,
		"SELECT section, json_group_array(title) FROM (SELECT * FROM posts ORDER BY id) GROUP BY section ORDER BY section",
		SELECT_ROW(Listed), FROM(posts), GROUP_BY(posts.section), ORDER_BY(posts.section));
	READ(Listed, NONE, "SELECT section, json_group_array(id) FROM posts WHERE id IN (1, 3, 6) GROUP BY section ORDER BY section",
		SELECT(posts.section, JSON_AGG(posts.id)), FROM(posts), WHERE(IN(posts.id, 1, 3, 6)), GROUP_BY(posts.section), ORDER_BY(posts.section));
}

#define Own_FIELDS(FIELD)                                                         \
	FIELD(id,    BIGINT, users.id)                                                \
	FIELD(root,  NULLABLE(DOUBLE), FUNC(NULLABLE(DOUBLE), "sqrt", users.age))     \
	FIELD(upper, TEXT, RAW(TEXT, "upper(?)", users.username))
CQ_ROW(Own)

void cookbook_own_words(void **state)
{
	(void)state;
	READ(Own, NONE, "SELECT id, sqrt(age), upper(username) FROM users ORDER BY id", SELECT_ROW(Own), FROM(users), ORDER_BY(users.id));
	READ(Name, NONE, "SELECT id, username FROM users WHERE age > 30 ORDER BY id",
		SELECT_ROW(Name), FROM(users), WHERE(RAW(BOOLEAN, "? > ?", users.age, 30)), ORDER_BY(users.id));
	/* A whole statement, its columns by their names. */
	const int64_t least = 30;
	cq_statement own = STATEMENT(RAW_SQL("SELECT username AS name, id FROM users WHERE age > :least ORDER BY id", BIND(least, least)));
	cq_rows(Name) rows = {0};
	const cq_status status = cq_all(kitchen_db, Name, &rows,
		RAW_SQL("SELECT username AS name, id FROM users WHERE age > :least ORDER BY id", BIND(least, least)));
	MUST(status);
	assert_int_equal(rows.count, 3);
	assert_string_equal(rows.items[0].name, "ann");
	cq_free(&rows);
	cq_statement_release(&own);
}
