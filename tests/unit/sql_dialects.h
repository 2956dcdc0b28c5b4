/* sql_dialects.h: the text of one expression for each of the three dialects.
 *
 * It knows nothing of operators. The tests of the larger expressions include it.
 */
#ifndef SQL_DIALECTS_H
#define SQL_DIALECTS_H

#include "sql_kit.h"

static void check_dialects(cq_statement *statement, const char *const before[3], const char *const texts[3],
	const char *const behind[3], const char *file, int line)
{
	const cq__dialect *const dialects[] = { &cq__dialect_sqlite, &cq__dialect_postgres, &cq__dialect_mariadb };
	for (int i = 0; i < 3; i++) {
		cq__rendered rendered;
		cq__error error = { 0 };
		const cq_status status = kit_render(dialects[i], statement, &rendered, &error);
		if (status != (texts[i] != NULL ? CQ_OK : CQ_UNSUPPORTED))
			fail_msg("%s:%d: %s: %s", file, line, dialects[i]->name, cq__error_get(&error)->message);
		if (status == CQ_OK) {
			cq__buffer wanted = { 0 };
			cq__buffer_append_format(&wanted, "%s%s%s", before[i], texts[i], behind[i]);
			if (strcmp(rendered.sql, cq__buffer_text(&wanted)) != 0)
				fail_msg("%s:%d: %s:\n    wanted %s\n    got    %s", file, line, dialects[i]->name,
					cq__buffer_text(&wanted), rendered.sql);
			cq__buffer_release(&wanted);
			if (i == 0)
				kit_prepare(&rendered);
		}
		cq__rendered_release(&rendered);
		cq__error_release(&error);
	}
	cq_statement_release(statement);
}

#define CHECK_DIALECTS(statement, opening, closing, ...)                                                      \
	do {                                                                                                      \
		cq_statement kit_statement = STATEMENT(statement);                                                    \
		check_dialects(&kit_statement, opening, (const char *const[3]){ __VA_ARGS__ }, closing, __FILE__, __LINE__); \
	} while (0)

static const char *const kit_nothing[3] = { "", "", "" };
static const char *const kit_select[3] = { "SELECT ", "SELECT ", "SELECT " };
static const char *const kit_of_posts[3] = { " FROM \"posts\"", " FROM \"posts\"", " FROM `posts`" };
static const char *const kit_of_users[3] = { "SELECT \"users\".\"id\" FROM \"users\" WHERE ",
	"SELECT \"users\".\"id\" FROM \"users\" WHERE ", "SELECT `users`.`id` FROM `users` WHERE " };

/* An item of posts, a condition on users, for SQLite, PostgreSQL and MariaDB; NULL: CQ_UNSUPPORTED. */
#define CHECK_ITEM(item, ...) CHECK_DIALECTS(SQL(SELECT(item), FROM(posts)), kit_select, kit_of_posts, __VA_ARGS__)
#define CHECK_WHERE(condition, ...) \
	CHECK_DIALECTS(SQL(SELECT(users.id), FROM(users), WHERE(condition)), kit_of_users, kit_nothing, __VA_ARGS__)

#endif
