/* sql/begin.c: the statement that begins a transaction as it is asked for.
 *
 * It knows nothing of connections, nor of any one database: the words are the dialect's. The executor calls it.
 */
#include "sql/dialect.h"

#include <stdio.h>

const char *cq__sql_begin(const cq__dialect *dialect, const cq_transaction_options *options, char text[CQ__LONGEST_BEGIN])
{
	const cq__beginning *const words = &dialect->begin;
	const unsigned level = (unsigned)options->isolation;
	if (level >= sizeof words->isolation / sizeof *words->isolation || words->isolation[level] == NULL)
		return NULL;
	const char *const head = options->read_only ? words->read : words->write;
	const char *const read_only = options->read_only ? words->read_only : "";
	const char *const deferrable = options->deferrable ? words->deferrable : "";
	if (*words->isolation[level] == '\0' && *read_only == '\0' && *deferrable == '\0')
		return head;
	(void)snprintf(text, CQ__LONGEST_BEGIN, "%s%s%s%s", head, words->isolation[level], read_only, deferrable);
	return text;
}
