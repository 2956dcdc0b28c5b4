/* tests/support/wire.h: what libpq's own trace tells of a connection, message by message, as letters.
 *
 * It knows nothing of what is sent. A program with one connection at a time.
 */
#ifndef CQ_TEST_WIRE_H
#define CQ_TEST_WIRE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <libpq-fe.h>

static struct {
	FILE *trace;
	char *text;
	size_t size;
} wire;

static inline void wire_begin(PGconn *connection)
{
	assert_non_null(connection);
	wire.trace = open_memstream(&wire.text, &wire.size);
	assert_non_null(wire.trace);
	PQtrace(connection, wire.trace);
	PQsetTraceFlags(connection, PQTRACE_SUPPRESS_TIMESTAMPS | PQTRACE_REGRESS_MODE);
}

static inline char wire_letter(char direction, const char *type)
{
	static const struct {
		char direction;
		const char *type;
		char letter;
	} letters[] = {
		{ 'F', "Parse", 'P' }, { 'F', "Bind", 'B' }, { 'F', "Describe", 'D' }, { 'F', "Execute", 'E' }, { 'F', "Sync", 'S' },
		{ 'F', "Flush", 'H' }, { 'F', "Query", 'Q' }, { 'F', "CopyData", 'd' }, { 'F', "CopyDone", 'c' }, { 'F', "Close", 'C' },
		{ 'B', "ParseComplete", '1' }, { 'B', "BindComplete", '2' }, { 'B', "RowDescription", 't' }, { 'B', "ParameterDescription", 'p' }, { 'B', "NoData", 'n' },
		{ 'B', "DataRow", 'r' }, { 'B', "CommandComplete", 'k' }, { 'B', "ReadyForQuery", 'z' }, { 'B', "ErrorResponse", 'e' },
		{ 'B', "CopyInResponse", 'g' }, { 'B', "EmptyQueryResponse", 'i' }, { 'B', "CloseComplete", '3' },
	};
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].direction == direction && strcmp(letters[i].type, type) == 0)
			return letters[i].letter;
	return '?';
}

/* The messages as letters, a blank at each turn of direction; runs of rows and of COPY's data are one letter. */
static inline char *wire_end(PGconn *connection)
{
	PQuntrace(connection);
	fclose(wire.trace);
	char *const letters = calloc(1, wire.size * 2 + 1);
	assert_non_null(letters);
	char *to = letters, before = 0;
	for (char *at = wire.text; at != NULL && *at != '\0'; at = strchr(at, '\n'), at = at != NULL ? at + 1 : NULL) {
		char type[40] = "CopyData"; /* which has no name in a trace */
		if ((at[0] != 'F' && at[0] != 'B') || at[1] != '\t')
			continue;
		(void)sscanf(strchr(at + 2, '\t'), "%*1[\t]%39[A-Za-z]", type);
		const char letter = wire_letter(at[0], type);
		if (before != 0 && before != at[0])
			*to++ = ' ';
		if (!((letter == 'r' || letter == 'd') && to != letters && to[-1] == letter))
			*to++ = letter;
		before = at[0];
	}
	free(wire.text);
	return letters;
}

/* How often the wire changes its direction from us to the server. */
static inline unsigned wire_round_trips(const char *letters)
{
	unsigned turns = 1;
	for (const char *at = letters; *at != '\0'; at++)
		turns += *at == ' ';
	return turns / 2;
}

static inline void wire_expect(PGconn *connection, const char *what, const char *expected, unsigned trips)
{
	char *const seen = wire_end(connection);
	if (strcmp(seen, expected) != 0)
		fail_msg("%s: %s, and should be %s", what, seen, expected);
	if (wire_round_trips(seen) != trips)
		fail_msg("%s: %u round trips (%s), and should be %u", what, wire_round_trips(seen), seen, trips);
	free(seen);
}

#endif
