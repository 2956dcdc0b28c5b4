/* chinook/script.h: reads the rows of a script's INSERT statements. It knows nothing of tables and their types: load.c asks
 * it for texts. It reads what Chinook's scripts hold and steps over the rest; it is no reader of SQL at large.
 */
#ifndef CHINOOK_SCRIPT_H
#define CHINOOK_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

/** A script in memory and how far it is read. */
struct script {
	char *text; /* owned; values are unquoted in place */
	char *at;
};

/** Reads a whole file; false when it cannot be read. The script is freed with script_close. */
bool script_open(struct script *script, const char *path);
void script_close(struct script *script);

/** Goes to the next INSERT statement and gives its table's name; false at the script's end. */
bool script_next_insert(struct script *script, const char **table);

/** The next row of the INSERT: how many values it has, 0 behind the last row or when it cannot be read or has more than
 *  `room`. A value is NULL for SQL's NULL, else its text, which lives as long as the script. */
size_t script_next_row(struct script *script, const char **values, size_t room);

#endif
