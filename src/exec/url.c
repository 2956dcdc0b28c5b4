/* exec/url.c: the URL of a database, taken apart.
 * It knows nothing of engines and opens nothing. cq_engine_open calls it.
 */
#include "exec/url.h"

#include "base/text.h"

enum { LONGEST_URL = 8192, MOST_SETTINGS = 16 };

/* Parameters that become pragmas. words NULL: a whole number, which SQLite may keep in 32 bits. */
typedef struct pragma {
	const char *name;
	const char *const *words;
	bool narrow;
} pragma;

static const char *const switches[] = { "on", "off", "true", "false", "yes", "no", "1", "0", NULL };
static const char *const synchronous_words[] = { "off", "normal", "full", "extra", "0", "1", "2", "3", NULL };
static const char *const journal_words[] = { "wal", "delete", "truncate", "persist", "memory", "off", NULL };
static const char *const temporary_words[] = { "default", "file", "memory", "0", "1", "2", NULL };
static const pragma pragmas[] = {
	{ "cache_size", NULL, true },
	{ "foreign_keys", switches, false },
	{ "journal_mode", journal_words, false },
	{ "journal_size_limit", NULL, false },
	{ "mmap_size", NULL, false },
	{ "synchronous", synchronous_words, false },
	{ "temp_store", temporary_words, false },
	{ "wal_autocheckpoint", NULL, true },
};

typedef struct url_reader {
	cq__url *url;
	cq__error *error;
	bool secret; /* an @ stands in it: whatever surrounds that may be a password, so no message quotes it */
	const char **settings;
	size_t setting_count;
} url_reader;

static cq_status invalid(url_reader *reader, const char *sentence)
{
	return cq__error_set(reader->error, CQ_INVALID_URL, "the URL of the database %s", sentence);
}

/* The percent-decoded copy of size bytes. */
static cq_status decode(url_reader *reader, const char *text, size_t size, const char **out)
{
	*out = NULL;
	char *const copy = cq__arena_alloc_text(reader->url->arena, size + 1);
	if (copy == NULL)
		return cq__error_set(reader->error, CQ_NO_MEMORY, NULL);
	size_t length = 0;
	for (size_t i = 0; i < size; i++) {
		char byte = text[i];
		if (byte == '%') {
			const int high = size - i > 2 ? cq__hexadecimal_digit(text[i + 1]) : -1;
			const int low = size - i > 2 ? cq__hexadecimal_digit(text[i + 2]) : -1;
			if (high < 0 || low < 0)
				return invalid(reader, "holds a % that two hexadecimal digits do not follow");
			byte = (char)(high * 16 + low);
			i += 2;
		}
		if (byte == '\0')
			return invalid(reader, "holds a NUL byte (%00)");
		copy[length++] = byte;
	}
	copy[length] = '\0';
	if (!cq__text_is_utf8(copy, length))
		return invalid(reader, "is not UTF-8");
	*out = copy;
	return CQ_OK;
}

/* A name from the URL as a message may quote it. */
static const char *shown(const url_reader *reader, const char *name)
{
	size_t length = 0;
	for (; name[length] != '\0'; length++)
		if (length == 32 || !((name[length] >= 'a' && name[length] <= 'z') || (name[length] >= 'A' && name[length] <= 'Z')
				|| (name[length] >= '0' && name[length] <= '9') || name[length] == '_'))
			return "?";
	return reader->secret || length == 0 ? "?" : name;
}

static cq_status read_scheme(url_reader *reader, const char *text, size_t size)
{
	const char *scheme;
	const char *const plus = memchr(text, '+', size);
	const cq_status status = decode(reader, text, plus != NULL ? (size_t)(plus - text) : size, &scheme);
	if (status != CQ_OK)
		return status;
	reader->url->scheme = scheme;
	if (cq__text_equal_ascii(scheme, "sqlite") || cq__text_equal_ascii(scheme, "sqlite3"))
		reader->url->scheme = "sqlite";
	else if (cq__text_equal_ascii(scheme, "postgresql") || cq__text_equal_ascii(scheme, "postgres"))
		reader->url->scheme = "postgresql";
	else if (cq__text_equal_ascii(scheme, "mariadb") || cq__text_equal_ascii(scheme, "mysql"))
		return cq__error_set(reader->error, CQ_UNSUPPORTED, "there is no driver for %s:// yet", scheme);
	else
		return cq__error_set(reader->error, CQ_INVALID_URL,
			"the URL of the database has an unknown scheme (%s); write sqlite:///file.db or postgresql://host/database",
			shown(reader, scheme));
	return CQ_OK;
}

static cq_status bad_value(url_reader *reader, const char *name, const char *expected)
{
	return cq__error_set(reader->error, CQ_INVALID_URL, "the URL's parameter %s must be %s", name, expected);
}

static cq_status read_mode(url_reader *reader, const char *value)
{
	cq__url *const url = reader->url;
	url->read_only = cq__text_equal_ascii(value, "ro");
	url->create = cq__text_equal_ascii(value, "rwc");
	if (cq__text_equal_ascii(value, "memory")) {
		url->memory = url->create = true;
		url->path = ":memory:";
	} else if (!url->read_only && !url->create && !cq__text_equal_ascii(value, "rw")) {
		return bad_value(reader, "mode", "ro, rw, rwc or memory");
	}
	return CQ_OK;
}

static cq_status read_pragma(url_reader *reader, const pragma *known, const char *value)
{
	int64_t number;
	bool fits = known->words == NULL && cq__int64_parse(value, strlen(value), &number) == CQ_OK
		&& (!known->narrow || (number >= INT32_MIN && number <= INT32_MAX));
	for (const char *const *word = known->words; word != NULL && *word != NULL && !fits; word++)
		fits = cq__text_equal_ascii(*word, value);
	if (!fits)
		return bad_value(reader, known->name, known->narrow ? "a whole number from -2147483648 to 2147483647" : known->words == NULL ? "a whole number" : "a word that SQLite knows for it");
	for (size_t i = 0; i < reader->setting_count; i += 2)
		if (strcmp(reader->settings[i], known->name) == 0)
			return cq__error_set(reader->error, CQ_INVALID_URL, "the URL's parameter %s stands in it twice", known->name);
	reader->settings[reader->setting_count++] = known->name;
	reader->settings[reader->setting_count++] = value;
	return CQ_OK;
}

static cq_status read_parameter(url_reader *reader, const char *text, size_t size)
{
	const char *const equals = memchr(text, '=', size);
	const char *name, *value;
	if (equals == NULL)
		return invalid(reader, "has a parameter without a value; write ?name=value&name=value");
	cq_status status = decode(reader, text, (size_t)(equals - text), &name);
	if (status == CQ_OK)
		status = decode(reader, equals + 1, size - (size_t)(equals - text) - 1, &value);
	if (status != CQ_OK)
		return status;
	if (strcmp(name, "mode") == 0)
		return read_mode(reader, value);
	if (strcmp(name, "busy_timeout") == 0) {
		if (cq__int64_parse(value, strlen(value), &reader->url->busy_timeout_ms) != CQ_OK
			|| reader->url->busy_timeout_ms < 0 || reader->url->busy_timeout_ms > INT32_MAX)
			return bad_value(reader, name, "milliseconds from 0 to 2147483647");
		return CQ_OK;
	}
	for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++)
		if (strcmp(pragmas[i].name, name) == 0)
			return read_pragma(reader, &pragmas[i], value);
	return cq__error_set(reader->error, CQ_INVALID_URL, "the URL has an unknown parameter (%s)", shown(reader, name));
}

static cq_status read_parameters(url_reader *reader, const char *text)
{
	while (*text != '\0') {
		const size_t size = strcspn(text, "&");
		const cq_status status = read_parameter(reader, text, size);
		if (status != CQ_OK)
			return status;
		text += size;
		text += *text == '&';
	}
	return CQ_OK;
}

static cq_status read_path(url_reader *reader, const char *text, size_t size)
{
	cq__url *const url = reader->url;
	url->create = true;
	url->busy_timeout_ms = -1;
	if (size == 0) {
		url->path = ":memory:";
	} else if (*text != '/') {
		return invalid(reader, "names a host, and SQLite has none; write three slashes before a file's path");
	} else {
		const cq_status status = decode(reader, text + 1, size - 1, &url->path);
		if (status != CQ_OK)
			return status;
		if (*url->path == '\0')
			url->path = ":memory:";
	}
	url->memory = strcmp(url->path, ":memory:") == 0;
	return CQ_OK;
}

/* ---- servers ------------------------------------------------------------------------------------------------------- */

/* Where the parameters begin, as libpq finds it: a user may hold a question mark. */
static size_t size_before_parameters(const char *rest)
{
	const size_t user = strcspn(rest, "@/");
	const size_t host = rest[user] == '@' ? user + 1 : 0;
	return host + strcspn(rest + host, "?");
}

static cq_status read_prepare(url_reader *reader, const char *value, size_t size)
{
	reader->url->unnamed = size == 7 && memcmp(value, "unnamed", 7) == 0;
	if (reader->url->unnamed || (size == 5 && memcmp(value, "named", 5) == 0))
		return CQ_OK;
	return bad_value(reader, "prepare", "named or unnamed");
}

/* All parameters but those that are ours. */
static cq_status copy_parameters(url_reader *reader, const char *text, cq__buffer *out)
{
	static const char ours[] = "prepare=";
	char mark = '?';
	while (*text != '\0') {
		const size_t size = strcspn(text, "&");
		if (size >= sizeof ours - 1 && memcmp(text, ours, sizeof ours - 1) == 0) {
			CQ_TRY(read_prepare(reader, text + sizeof ours - 1, size - (sizeof ours - 1)));
		} else {
			cq__buffer_append_char(out, mark);
			cq__buffer_append(out, text, size);
			mark = '&';
		}
		text += size;
		/* An & with nothing behind it is the library's to judge. */
		if (*text == '&' && *++text == '\0')
			cq__buffer_append_char(out, '&');
	}
	return CQ_OK;
}

/* The library reads the rest of the URL itself. */
static cq_status read_server(url_reader *reader, const char *rest)
{
	cq__url *const url = reader->url;
	const size_t size = size_before_parameters(rest);
	const size_t user = strcspn(rest, "@/");
	const size_t host = rest[user] == '@' ? user + 1 : 0;
	cq__buffer out = { 0 };
	url->busy_timeout_ms = -1;
	cq__buffer_append_format(&out, "%s://", url->scheme);
	cq__buffer_append(&out, rest, size);
	cq_status status = rest[size] == '?' ? copy_parameters(reader, rest + size + 1, &out) : CQ_OK;
	if (status == CQ_OK) {
		url->server = cq__arena_text(url->arena, cq__buffer_text(&out), out.length);
		url->path = cq__arena_text(url->arena, rest + host, size - host);
		if (out.status != CQ_OK || url->server == NULL || url->path == NULL)
			status = cq__error_set(reader->error, CQ_NO_MEMORY, NULL);
	}
	cq__buffer_release(&out);
	return status;
}

static cq_status read_url(url_reader *reader, const char *text)
{
	const char *const slashes = strstr(text, "://");
	if (slashes == NULL || slashes == text)
		return invalid(reader, "has no scheme; write sqlite:///file.db or postgresql://host/database");
	reader->settings = cq__arena_alloc_array(reader->url->arena, 2 * MOST_SETTINGS + 1, sizeof *reader->settings);
	if (reader->settings == NULL)
		return cq__error_set(reader->error, CQ_NO_MEMORY, NULL);
	_Static_assert(sizeof pragmas / sizeof *pragmas <= MOST_SETTINGS, "each pragma stands there once");
	reader->url->settings = reader->settings;
	const char *const rest = slashes + 3;
	const size_t path_size = strcspn(rest, "?");
	cq_status status = read_scheme(reader, text, (size_t)(slashes - text));
	if (status == CQ_OK && strcmp(reader->url->scheme, "sqlite") != 0)
		return read_server(reader, rest);
	if (status == CQ_OK)
		status = read_path(reader, rest, path_size);
	if (status == CQ_OK && rest[path_size] == '?')
		status = read_parameters(reader, rest + path_size + 1);
	return status;
}

cq_status cq__url_parse(cq__url *url, const char *text, cq__error *error)
{
	*url = (cq__url){ 0 };
	if (text == NULL)
		return cq__error_set(error, CQ_MISUSE, "the URL of the database is NULL");
	if (strlen(text) > LONGEST_URL)
		return cq__error_set(error, CQ_INVALID_URL, "the URL of the database is longer than %d bytes", LONGEST_URL);
	url->arena = cq__arena_create(CQ__ARENA_SMALL);
	if (url->arena == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	url_reader reader = { url, error, strchr(text, '@') != NULL, NULL, 0 };
	const cq_status status = read_url(&reader, text);
	if (status != CQ_OK)
		cq__url_release(url);
	return status;
}

void cq__url_release(cq__url *url)
{
	cq__arena_destroy(url->arena);
	*url = (cq__url){ 0 };
}
