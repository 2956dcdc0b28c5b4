/* sql/begin.c: the statement that begins a transaction as it is asked for.
 *
 * It knows nothing of connections, nor of any one database: the words are the dialect's. The executor calls it.
 */
#include "sql/dialect.h"

#include <stdio.h>

bool cq__sql_begin(const cq__dialect *dialect, const cq_transaction_options *options, char text[CQ__LONGEST_BEGIN])
{
	const cq__beginning *const words = &dialect->begin;
	const unsigned level = (unsigned)options->isolation;
	if (level >= sizeof words->isolation / sizeof *words->isolation || words->isolation[level] == NULL)
		return false;
	(void)snprintf(text, CQ__LONGEST_BEGIN, "%s%s%s%s", options->read_only ? words->read : words->write, words->isolation[level],
		options->read_only ? words->read_only : "", options->deferrable ? words->deferrable : "");
	return true;
}
