/* random_expression/servers.h: what MariaDB computes, as texts, and whether that is what the model says.
 *
 * It knows nothing of how expressions are made. databases.c calls it.
 */
#ifndef RANDOM_SERVERS_H
#define RANDOM_SERVERS_H

#include "expression.h"

#include "exec/compile.h"
#include "support/client.h"

/* The rows of the table, on a server. */
void servers_insert(client *on, cq__arena *arena);

/* Runs a statement with literals for its values; *sql is its text, to be freed. */
bool servers_query(client *on, const cq__checked *checked, const cq_statement *statement, const cq__rendered *rendered,
	client_rows *rows, char **sql);

/* Whether a cell says what is expected. */
bool same_cell(kind of, const char *cell, value expected, cq__typed typed);

#endif
