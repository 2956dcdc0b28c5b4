/* unit/driver_bind_kit.h: the enum and the column that the tests of every driver's binder give values to.
 *
 * It knows nothing of any database.
 */
#ifndef CQ_TEST_DRIVER_BIND_KIT_H
#define CQ_TEST_DRIVER_BIND_KIT_H

#include "driver/driver.h"

static const char *const mood_labels[] = { "glad", "so-so", "sad" };
static const int32_t mood_values[] = { 1, 2, 7 };
static const cq_enum mood = { "Mood", 3, mood_labels, mood_values };

/* A table as CQ_MODEL makes it: the columns stand right behind. */
static const struct {
	cq_table table;
	cq_column columns[1];
} users = {
	{ .name = "users", .object = "User", .column_count = 1 },
	{ { .name = "age", .place = sizeof(cq_table), .type = CQ_TYPE_INTEGER } },
};

#endif
