/* unit/driver_postgres_shop.h: the shop's models on PostgreSQL, whatever the suite's run is about.
 *
 * It knows nothing of what is tested.
 */
#ifndef CQ_TEST_DRIVER_POSTGRES_SHOP_H
#define CQ_TEST_DRIVER_POSTGRES_SHOP_H

#include "conform/shop.h"

/* What main() returns at once, or 0. */
static inline int shop_on_postgres(void)
{
	setenv("CQUEL_TEST_DATABASE", "postgresql", 1);
	return database_missing();
}

/* One number that the server is asked for by a client of its own. */
__attribute__((unused)) static long long asked(const char *sql)
{
	client_rows rows;
	if (!client_query(database_client(), sql, &rows))
		fail_msg("%s: %s", sql, client_message(database_client()));
	const char *const cell = rows.rows != 0 ? client_cell(&rows, 0, 0) : NULL;
	const long long number = cell != NULL ? strtoll(cell, NULL, 10) : -1;
	client_rows_release(&rows);
	return number;
}

__attribute__((unused)) static void told(const char *sql)
{
	if (!client_execute(database_client(), sql))
		fail_msg("%s: %s", sql, client_message(database_client()));
}

/* Notes with keys first, first + 1, … and a body that tells them apart; freed with free(). */
__attribute__((unused)) static Note *make_notes(size_t count, int64_t first)
{
	char (*const bodies)[32] = calloc(count, sizeof(Note) + sizeof *bodies);
	assert_non_null(bodies);
	Note *const many = (Note *)(void *)bodies;
	char (*const texts)[32] = (char (*)[32])(void *)(many + count);
	for (size_t i = 0; i < count; i++) {
		(void)snprintf(texts[i], sizeof texts[i], "note %zu", i);
		many[i] = (Note){ .id = first != 0 ? first + (int64_t)i : 0, .body = texts[i] };
	}
	return many;
}

#endif
