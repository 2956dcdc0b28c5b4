/* support/snippet.c: see the header.
 *
 * It knows nothing of models.
 */
#include "support/snippet.h"

enum { STATEMENTS = 100, LONGEST = 4000, LONGEST_TOLD = 8000 };

static struct {
	cq_engine *engine;
	cq_session *session;
	size_t count;    /* of texts */
	size_t real;     /* of these, what is no beginning or end of a transaction */
	size_t length;
	char told[LONGEST_TOLD];
	char texts[STATEMENTS][LONGEST];
} now;

cq_engine *snippet_engine(void)
{
	return now.engine;
}

cq_session *snippet_session(void)
{
	return now.session;
}

void snippet_forget(void)
{
	now.count = now.real = now.length = 0;
	now.told[0] = '\0';
}

const char *snippet_text(size_t n)
{
	assert_true(n < now.count);
	return now.texts[n];
}

static bool is_word(const char *word, const char *const *words)
{
	while (*words != NULL && strcmp(*words, word) != 0)
		words++;
	return *words != NULL;
}

/* The first name behind FROM, of a statement that reads; of one that writes the first name there is. */
static void name_table(const char *sql, bool reads, char *table, size_t size)
{
	const char *from = reads ? strstr(sql, " FROM ") : sql;
	table[0] = '\0';
	from = from == NULL ? NULL : strchr(from, '"');
	if (from == NULL)
		return;
	const size_t length = strcspn(++from, "\"");
	(void)snprintf(table, size, " %.*s", (int)length, from);
}

static void note(void *user, const cq_log_record *record)
{
	(void)user;
	char verb[20] = "", table[64] = "", rows[24] = "";
	if (record->level != CQ_LOG_STATEMENT || record->sql[0] == '\0' || now.count == STATEMENTS || now.length > LONGEST_TOLD - 200)
		return;
	(void)snprintf(now.texts[now.count++], LONGEST, "%s", record->sql);
	(void)sscanf(record->sql, "%19s", verb);
	const bool writes = is_word(verb, (const char *const[]){ "INSERT", "UPDATE", "DELETE", NULL });
	const bool controls = is_word(verb, (const char *const[]){ "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", NULL });
	if (strncmp(record->sql, "ROLLBACK TO", 11) == 0)
		(void)snprintf(verb, sizeof verb, "ROLLBACK TO");
	if (strncmp(record->sql, "BEGIN ISOLATION", 15) == 0)
		(void)snprintf(verb, sizeof verb, "BEGIN ISOLATION");
	now.real += !controls;
	if (!controls)
		name_table(record->sql, !writes, table, sizeof table);
	if (writes)
		(void)snprintf(rows, sizeof rows, " %lld", (long long)record->rows);
	now.length += (size_t)snprintf(now.told + now.length, LONGEST_TOLD - now.length, "%s%s%s%s", now.length == 0 ? "" : "; ", verb, table, rows);
}

void snippet_sent(size_t ours, const char *sqlite, const char *postgres, const char *file, int line)
{
	const char *const wanted = database_kind() == CLIENT_POSTGRES ? postgres : sqlite;
	if (strcmp(now.told, wanted) != 0) {
		for (size_t i = 0; i < now.count; i++)
			print_message("  %s\n", now.texts[i]);
		fail_msg("%s:%d: sent was\n\t\"%s\", not\n\t\"%s\"", file, line, now.told, wanted);
	}
	if (now.real != ours)
		fail_msg("%s:%d: these are %zu statements, not %zu", file, line, now.real, ours);
	snippet_forget();
}

void snippet_must(cq_status status, cq_connection *db, const char *file, int line)
{
	if (status == CQ_OK)
		return;
	const cq_error *const error = db != NULL ? cq_last_error(db) : cq_session_error(now.session);
	fail_msg("%s:%d: %s: %s:%d: %s [%s]", file, line, cq_status_name(status), error->file, error->line, error->message, error->sql);
}

void snippet_refused(cq_status status, cq_status wanted, const char *words, const char *file, int line)
{
	const cq_error *const error = cq_session_error(now.session);
	if (status != wanted)
		fail_msg("%s:%d: %s and not %s: %s", file, line, cq_status_name(status), cq_status_name(wanted), error->message);
	if (strstr(error->message, words) == NULL)
		fail_msg("%s:%d: \"%s\" does not say \"%s\"", file, line, error->message, words);
}

void snippet_open(const cq_table *const *tables, size_t count)
{
	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	cq_connection *db;
	snippet_close();
	options.log = note;
	options.log_level = CQ_LOG_STATEMENT;
	if (cq_engine_open(&now.engine, database_create_shared(), &options, message) != CQ_OK)
		fail_msg("%s", message);
	assert_int_equal(cq_connect(now.engine, &db), CQ_OK);
	snippet_must(cq_create_all(db, tables, count), db, __FILE__, __LINE__);
	cq_disconnect(&db);
	assert_int_equal(cq_session_open(now.engine, NULL, &now.session), CQ_OK);
	snippet_forget();
}

void snippet_close(void)
{
	if (now.engine == NULL)
		return;
	cq_session_close(&now.session);
	cq_engine_close(&now.engine);
	database_drop();
}

int snippet_teardown(void **state)
{
	(void)state;
	snippet_close();
	return 0;
}
