/* exec/text.c: the SQL of a statement, for programs that want to see it.
 * It knows nothing of connections: any thread, no engine. The macro cq_sql_text calls it.
 */
#include "exec/text.h"

#include "base/alloc.h"
#include "base/text.h"
#include "exec/compile.h"
#include "exec/engine.h"

cq_status cq__text_outcome(cq__error *error, cq_status status, char *message)
{
	if (message != NULL)
		(void)cq__text_copy(message, CQ_ERROR_TEXT, status == CQ_OK ? "" : cq__error_get(error)->message);
	cq__error_release(error);
	return status;
}

cq_status cq__text_dialect(const char *name, const cq__dialect **out, cq__error *error)
{
	*out = cq__dialect_named(name);
	return *out != NULL ? CQ_OK
						: cq__error_set(error, CQ_UNSUPPORTED, "there is no dialect of that name; write sqlite, "
													   "postgresql or mariadb");
}

static cq_status render(const cq__dialect *dialect, const cq_statement *statement, char **out, cq__error *error)
{
	cq__checked checked;
	cq__rendered rendered;
	cq_status status = cq__checked_init(&checked, statement, error);
	if (status != CQ_OK)
		return status;
	status = cq__render(dialect, &checked.tree, &checked.typing, &rendered, error);
	cq__checked_release(&checked);
	if (status != CQ_OK)
		return status;
	*out = rendered.sql;
	rendered.sql = NULL;
	cq__rendered_release(&rendered);
	return CQ_OK;
}

cq_status cq_run_sql_text(const char *dialect, cq_statement *statement, char **out, char *message)
{
	cq__error error = { 0 };
	const cq__dialect *found = NULL;
	if (out != NULL)
		*out = NULL;
	cq_status status = out != NULL && statement != NULL
		? cq__text_dialect(dialect, &found, &error)
		: cq__error_set(&error, CQ_MISUSE, "cq_sql_text: an argument is NULL that must not be");
	if (status == CQ_OK)
		status = render(found, statement, out, &error);
	if (statement != NULL)
		cq_statement_release(statement);
	return cq__text_outcome(&error, status, message);
}

void cq_text_free(char *text)
{
	cq__free(text);
}
