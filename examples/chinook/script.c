/* chinook/script.c: see script.h. Everything stays in the one buffer that the file was read into: a quoted text is moved
 * over its own quotes, and every value is closed with a NUL.
 */
#include "script.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool script_open(struct script *script, const char *path)
{
	*script = (struct script){NULL, NULL};
	FILE *file = fopen(path, "rb");
	if (!file)
		return false;
	bool read = false;
	long size = -1;
	if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 && fseek(file, 0, SEEK_SET) == 0)
		script->text = malloc((size_t)size + 1);
	if (script->text) {
		read = fread(script->text, 1, (size_t)size, file) == (size_t)size;
		script->text[read ? size : 0] = '\0';
		script->at = script->text;
	}
	fclose(file);
	if (!read)
		script_close(script);
	return read;
}

void script_close(struct script *script)
{
	free(script->text);
	*script = (struct script){NULL, NULL};
}

static void skip_blanks(struct script *script)
{
	while (isspace((unsigned char)*script->at))
		script->at++;
}

bool script_next_insert(struct script *script, const char **table)
{
	*table = NULL;
	char *insert = strstr(script->at, "INSERT INTO [");
	char *name = insert ? insert + strlen("INSERT INTO [") : NULL;
	char *end = name ? strchr(name, ']') : NULL;
	char *values = end ? strstr(end, " VALUES") : NULL;
	if (!values)
		return false;
	*end = '\0';
	*table = name;
	script->at = values + strlen(" VALUES");
	return true;
}

/* 'It''s', with an N before it or not; at: the opening quote. Gives the text and leaves the script behind it. */
static const char *read_quoted(struct script *script)
{
	char *text = ++script->at, *to = text;
	for (char *from = text; *from; from++) {
		if (*from == '\'' && *++from != '\'') {
			script->at = from;
			/* The text is shorter than what it was written as, so this never reaches `from`. */
			*to = '\0';
			return text;
		}
		*to++ = *from;
	}
	return NULL;
}

/* A value and the comma or bracket behind it, which is returned; '\0' when this is no value. */
static char read_value(struct script *script, const char **value)
{
	skip_blanks(script);
	if (script->at[0] == 'N' && script->at[1] == '\'')
		script->at++;
	char *bare = script->at, *bare_end = NULL;
	if (*script->at == '\'') {
		*value = read_quoted(script);
		if (!*value)
			return '\0';
	} else {
		script->at += strcspn(script->at, ",) \t\r\n");
		bare_end = script->at;
	}
	skip_blanks(script);
	const char behind = *script->at;
	if (behind != ',' && behind != ')')
		return '\0';
	script->at++;
	if (bare_end) {
		*bare_end = '\0';
		*value = strcmp(bare, "NULL") == 0 ? NULL : bare;
	}
	return behind;
}

size_t script_next_row(struct script *script, const char **values, size_t room)
{
	skip_blanks(script);
	if (*script->at == ',')
		script->at++;
	skip_blanks(script);
	if (*script->at != '(')
		return 0;
	script->at++;
	for (size_t count = 0; count < room;) {
		const char behind = read_value(script, &values[count++]);
		if (behind != ',')
			return behind == ')' ? count : 0;
	}
	return 0;
}
