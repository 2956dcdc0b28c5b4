/* support/driver_sqlite.c: what the tests of the SQLite driver share: connections, texts and requests made by hand.
 *
 * It knows nothing of the executor: the driver's table of functions is called directly.
 */
#include "support/driver_sqlite.h"

#include "io/loop.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

static uint32_t next_id = 1;
static char message[512];

static const cq__decode integer_column = { .column = 0, .offset = 0, .type = CQ_TYPE_BIGINT, .name = "number" };
const cq__decode_plan kit_integer_plan = { .row_size = sizeof(int64_t), .column_count = 1, .result_columns = 1,
	.columns = &integer_column, .name = "Number", .complete = true };

const char kit_endless[] =
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) SELECT count(*) FROM n";

void kit_file_make(kit_file *file)
{
	(void)snprintf(file->directory, sizeof file->directory, "/tmp/cquel-test-XXXXXX");
	assert_non_null(mkdtemp(file->directory));
	(void)snprintf(file->path, sizeof file->path, "%s/test.db", file->directory);
}

void kit_file_remove(kit_file *file)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
	for (size_t i = 0; i < COUNT(endings); i++) {
		char path[128];
		(void)snprintf(path, sizeof path, "%s%s", file->path, endings[i]);
		(void)unlink(path);
	}
	assert_int_equal(rmdir(file->directory), 0);
}

/* ---- the program's own loop ------------------------------------------------------------------------------------------- */

static struct pollfd watched[64];
static nfds_t watched_count;

static void want(void *user, int descriptor, int mask, cq__deadline deadline)
{
	(void)user;
	assert_int_equal(deadline, 0);
	assert_true(mask == 0 || mask == CQ__LOOP_READ);
	nfds_t i = 0;
	while (i < watched_count && watched[i].fd != descriptor)
		i++;
	if (mask == 0) {
		assert_true(i < watched_count);
		watched[i] = watched[--watched_count];
		return;
	}
	/* Only changes are told. */
	assert_true(i == watched_count && watched_count < COUNT(watched));
	watched[watched_count++] = (struct pollfd){ .fd = descriptor, .events = POLLIN };
}

cq__loop *kit_loop(void)
{
	static cq__loop loop;
	static bool made;
	if (!made) {
		cq__loop_init(&loop);
		assert_int_equal(cq__loop_set_hook(&loop, want, NULL, NULL), CQ_OK);
	}
	made = true;
	return &loop;
}

int kit_watched(void)
{
	return (int)watched_count;
}

cq__connection *kit_open_with(const char *path, size_t cache_bytes, int64_t busy_timeout_ms)
{
	const cq__open_options options = { .path = path != NULL ? path : ":memory:", .loop = kit_loop(),
		.busy_timeout_ms = busy_timeout_ms, .statement_cache_bytes = cache_bytes, .create = true };
	cq__error error = { 0 };
	cq__connection *connection = NULL;
	const cq_status status = cq__driver_sqlite.open(&options, &error, &connection);
	if (status != CQ_OK)
		fail_msg("open: %s", cq__error_get(&error)->message);
	assert_non_null(connection);
	return connection;
}

cq__connection *kit_open(const char *path)
{
	return kit_open_with(path, 1024 * 1024, 5000);
}

cq__text kit_text(const char *sql, const cq__bind *binds, uint32_t bind_count)
{
	const bool reads = strncmp(sql, "SELECT", 6) == 0 || strncmp(sql, "WITH", 4) == 0;
	return (cq__text){ .sql = sql, .length = (uint32_t)strlen(sql), .id = next_id++, .bind_count = bind_count,
		.binds = binds, .reads_only = reads, .returns_rows = reads, .cacheable = true };
}

cq__request kit_request(const cq__text *text, const cq_value *values, cq__error *error)
{
	return (cq__request){ .kind = CQ__REQUEST_STATEMENT, .text = text, .values = values, .error = error };
}

cq_status kit_try(cq__connection *connection, const char *sql)
{
	cq__text text = kit_text(sql, NULL, 0);
	text.cacheable = false;
	cq__error error = { 0 };
	cq__request request = kit_request(&text, NULL, &error);
	request.kind = CQ__REQUEST_SCRIPT;
	cq__driver_sqlite.run(connection, &request);
	(void)snprintf(message, sizeof message, "%s", cq__error_get(&error)->message);
	assert_int_equal(request.status, cq__error_get(&error)->code);
	cq__error_release(&error);
	return request.status;
}

const char *kit_message(void)
{
	return message;
}

void kit_execute(cq__connection *connection, const char *sql)
{
	if (kit_try(connection, sql) != CQ_OK)
		fail_msg("%s: %s", sql, message);
}

int64_t kit_integer(cq__connection *connection, const char *sql)
{
	const cq__text text = kit_text(sql, NULL, 0);
	cq__error error = { 0 };
	cq__request request = kit_request(&text, NULL, &error);
	request.plan = &kit_integer_plan;
	request.sink = CQ__SINK_FIRST;
	cq__driver_sqlite.run(connection, &request);
	if (request.status != CQ_OK)
		fail_msg("%s: %s", sql, cq__error_get(&error)->message);
	assert_int_equal(request.item_count, 1);
	const int64_t number = *(const int64_t *)request.items;
	cq__arena_destroy(request.arena);
	return number;
}

void kit_control(cq__connection *connection, cq__control control, const char *sql, cq_status expected)
{
	cq__text text = kit_text(sql, NULL, 0);
	text.cacheable = false;
	cq__error error = { 0 };
	cq__request request = kit_request(&text, NULL, &error);
	request.kind = CQ__REQUEST_CONTROL;
	request.control = control;
	cq__driver_sqlite.run(connection, &request);
	if (request.status != expected)
		fail_msg("%s: %s, %s", sql, cq_status_name(request.status), cq__error_get(&error)->message);
	cq__error_release(&error);
}

void kit_drive(cq__connection *connection, int completions)
{
	const cq__deadline limit = cq__deadline_after_ms(10000);
	int done = 0;
	while (done < completions) {
		assert_true(poll(watched, watched_count, cq__deadline_poll_ms(limit)) >= 0);
		done += cq__driver_sqlite.drive(connection);
		if (cq__deadline_passed(limit))
			fail_msg("%d of %d requests were completed", done, completions);
	}
	assert_int_equal(done, completions);
}
