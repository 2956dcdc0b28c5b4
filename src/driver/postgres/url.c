/* driver/postgres/url.c: what libpq says of a URL, without showing what it holds; and the parameters it connects with.
 *
 * It knows nothing of connections. The engine has a URL checked when it opens, connect.c takes the parameters.
 */
#include "driver/postgres/postgres.h"

#include <ctype.h>
#include <string.h>

/* ---- checking ----------------------------------------------------------------------------------------------------- */

/* A name that libpq quotes and that nobody has a reason to hide. */
static bool is_plain_name(const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (!((text[i] >= 'a' && text[i] <= 'z') || text[i] == '_'))
			return false;
	return size != 0 && size <= 32;
}

/* libpq's sentence quotes the URL or a part of it; what stands in quotes is left out but for names of parameters, and those
 * too when there may be a password about. */
static void hide_quoted(char *text, bool secret)
{
	char *to = text;
	for (const char *at = text; *at != '\0';) {
		const char *const end = *at == '"' ? strchr(at + 1, '"') : NULL;
		if (*at != '"') {
			*to++ = *at == '\n' ? ' ' : *at;
			at++;
			continue;
		}
		*to++ = '"';
		if (end != NULL && !secret && is_plain_name(at + 1, (size_t)(end - at - 1))) {
			memmove(to, at + 1, (size_t)(end - at - 1));
			to += end - at - 1;
		} else {
			*to++ = '?';
		}
		*to++ = '"';
		/* A quotation that does not end goes on to the end of the text; one of a quote may hold others. */
		at = end != NULL && strchr(end + 1, '"') == NULL ? end + 1 : end != NULL && !secret ? end + 1 : at + strlen(at);
	}
	while (to > text && to[-1] == ' ')
		to--;
	*to = '\0';
}

/* Where the host begins: behind the user, as libpq finds it. */
static const char *host_of(const char *url)
{
	const char *at = strstr(url, "://");
	at = at != NULL ? at + 3 : url;
	const char *const end = at + strcspn(at, "@/");
	return *end == '@' ? end + 1 : at;
}

static cq_status refuse(cq__error *error, char *message, const char *url)
{
	const bool secret = strchr(url, '@') != NULL || strstr(url, "pass") != NULL || strchr(url, '%') != NULL;
	if (message == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	hide_quoted(message, secret);
	const cq_status status = cq__error_set(error, CQ_INVALID_URL, "the URL of the database: %s", message);
	PQfreemem(message);
	return status;
}

/* Whether each of the ports is one. libpq finds out when it connects, and quotes what may be a password: in user:password/host,
 * of which the host was forgotten. */
static bool has_ports(const char *list)
{
	enum { HIGHEST = 65535 };
	for (const char *at = list; at != NULL; at = strchr(at, ','), at = at != NULL ? at + 1 : NULL) {
		const size_t length = strcspn(at, ",");
		int64_t port = 1;
		if (length != 0 && (cq__int64_parse(at, length, &port) != CQ_OK || port < 1 || port > HIGHEST))
			return false;
	}
	return true;
}

/* libpq reads it only where it waits itself, so what is no number would be passed over. Below 0 is no limit, as there. */
static bool read_timeout(const char *value, int64_t *timeout_ms)
{
	enum { LONGEST = 1000000 };
	int64_t seconds;
	if (cq__int64_parse(value, strlen(value), &seconds) != CQ_OK)
		return false;
	*timeout_ms = (seconds <= 0 ? 0 : seconds < LONGEST ? seconds : LONGEST) * 1000;
	return true;
}

static cq_status check_option(const PQconninfoOption *option, cq__error *error)
{
	int64_t timeout_ms;
	if (option->val != NULL && strcmp(option->keyword, "connect_timeout") == 0 && !read_timeout(option->val, &timeout_ms))
		return cq__error_set(error, CQ_INVALID_URL, "the URL's parameter connect_timeout must be a whole number of seconds");
	if (option->val == NULL || *option->val == '\0')
		return CQ_OK;
	if (strcmp(option->keyword, "replication") == 0)
		return cq__error_set(error, CQ_UNSUPPORTED, "a connection for replication takes no statements");
	if (strcmp(option->keyword, "port") == 0 && !has_ports(option->val))
		return cq__error_set(error, CQ_INVALID_URL, "the URL of the database: what stands behind the colon of the host is no port; "
			"a user and a password are followed by @ and the host");
	return CQ_OK;
}

cq_status cq__pg_check_url(const char *url, cq__error *error)
{
	const char *const host = host_of(url);
	if (memchr(host, '@', strcspn(host, "/?")) != NULL)
		return cq__error_set(error, CQ_INVALID_URL,
			"the URL of the database has more than one @ before its path: within a user or password it is written %%40");
	char *message = NULL;
	PQconninfoOption *const options = PQconninfoParse(url, &message);
	if (options == NULL)
		return refuse(error, message, url);
	cq_status status = CQ_OK;
	for (const PQconninfoOption *option = options; option->keyword != NULL && status == CQ_OK; option++)
		status = check_option(option, error);
	PQconninfoFree(options);
	return status;
}

/* ---- the parameters ----------------------------------------------------------------------------------------------- */

/* Settings of the session that the rest of the driver counts on. They go with the first message, so that they cost no round
 * trip; a pooler takes no options, and there connect.c sends what is missing. */
static const char session_options[] = "-c TimeZone=UTC -c standard_conforming_strings=on";

static const char read_only_option[] = " -c default_transaction_read_only=on";

/* The URL's own options, and ours behind them, which win. */
static char *join_options(const char *own, bool read_only)
{
	cq__buffer all = { 0 };
	cq__buffer_append_text(&all, own);
	cq__buffer_append_char(&all, ' ');
	cq__buffer_append_text(&all, session_options);
	if (read_only)
		cq__buffer_append_text(&all, read_only_option);
	char *const taken = cq__buffer_take(&all);
	cq__buffer_release(&all);
	return taken;
}

void cq__pg_parameters_release(cq__pg_parameters *parameters)
{
	if (parameters->parsed != NULL)
		PQconninfoFree(parameters->parsed);
	cq__free(parameters->keywords);
	cq__free(parameters->values);
	cq__free(parameters->options);
	*parameters = (cq__pg_parameters){ 0 };
}

static void put(cq__pg_parameters *parameters, const char *keyword, const char *value)
{
	parameters->keywords[parameters->count] = keyword;
	parameters->values[parameters->count] = value;
	parameters->count++;
}

/* libpq takes a session that was opened read-only for a standby's, and so refuses the primary that the URL asks for. */
static const char *suiting_value(const PQconninfoOption *option, bool read_only)
{
	const bool misled = read_only && strcmp(option->keyword, "target_session_attrs") == 0 && strcmp(option->val, "read-write") == 0;
	return misled ? "primary" : option->val;
}

/* Takes over what libpq read, but what is ours to say. */
static const char *take_parsed(cq__pg_parameters *parameters, bool read_only)
{
	const char *own_options = "";
	for (const PQconninfoOption *option = parameters->parsed; option->keyword != NULL; option++) {
		if (option->val == NULL || strcmp(option->keyword, "client_encoding") == 0)
			continue;
		if (strcmp(option->keyword, "options") == 0) {
			own_options = option->val;
			continue;
		}
		if (strcmp(option->keyword, "connect_timeout") == 0)
			(void)read_timeout(option->val, &parameters->timeout_ms);
		put(parameters, option->keyword, suiting_value(option, read_only));
	}
	return own_options;
}

/* ---- several hosts ------------------------------------------------------------------------------------------------ */

static const char **value_of(const cq__pg_parameters *parameters, const char *keyword)
{
	for (size_t i = 0; i < parameters->count; i++)
		if (strcmp(parameters->keywords[i], keyword) == 0)
			return &parameters->values[i];
	return NULL;
}

static size_t list_length(const char *list)
{
	size_t length = 1;
	for (; *list != '\0'; list++)
		length += *list == ',';
	return length;
}

/* The list without so many of its first elements. */
static const char *list_behind(const char *list, size_t count)
{
	for (; count != 0 && list != NULL; count--) {
		list = strchr(list, ',');
		list = list != NULL ? list + 1 : NULL;
	}
	return list;
}

/* The list by which hosts are counted; NULL when they are not given here, or not tried in their order. */
static const char **host_list(const cq__pg_parameters *parameters)
{
	const char **const balance = value_of(parameters, "load_balance_hosts");
	if (balance != NULL && strcmp(*balance, "disable") != 0)
		return NULL;
	const char **const hosts = value_of(parameters, "host");
	return hosts != NULL ? hosts : value_of(parameters, "hostaddr");
}

/* The engine's limit is one for all hosts, the URL's, like libpq's, for each. */
static void share_timeout(cq__pg_parameters *parameters)
{
	const char **const hosts = host_list(parameters);
	const int64_t count = hosts != NULL ? (int64_t)list_length(*hosts) : 1;
	if (parameters->timeout_ms > 0 && value_of(parameters, "connect_timeout") == NULL)
		parameters->timeout_ms = (parameters->timeout_ms + count - 1) / count;
}

/* How many elements stand before the host; 0 also when it is not there. */
static size_t find_host(const char *list, const char *host)
{
	const size_t length = strlen(host);
	size_t index = 0;
	for (const char *at = list; at != NULL; at = list_behind(at, 1), index++)
		if (strcspn(at, ",") == length && memcmp(at, host, length) == 0)
			return index;
	return 0;
}

const char *cq__pg_parameters_find(const cq__pg_parameters *parameters, const char *keyword)
{
	const char **const value = value_of(parameters, keyword);
	return value != NULL ? *value : NULL;
}

bool cq__pg_parameters_skip(cq__pg_parameters *parameters, const char *host)
{
	static const char *const lists[] = { "host", "hostaddr", "port" };
	const char **const hosts = host_list(parameters);
	if (hosts == NULL)
		return false;
	const size_t gone = find_host(*hosts, host != NULL ? host : "") + 1, count = list_length(*hosts);
	if (gone >= count)
		return false;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const char **const list = value_of(parameters, lists[i]);
		/* One port is that of all hosts. */
		if (list != NULL && list_length(*list) == count)
			*list = list_behind(*list, gone);
	}
	return true;
}

cq_status cq__pg_parameters_make(cq__pg_parameters *parameters, const cq__open_options *open, cq__error *error)
{
	const char *const url = open->url;
	const bool pooled = open->unnamed;
	enum { OURS = 4 };
	char *message = NULL;
	*parameters = (cq__pg_parameters){ .timeout_ms = open->connect_timeout_ms };
	parameters->parsed = PQconninfoParse(url, &message);
	if (parameters->parsed == NULL)
		return refuse(error, message, url);
	size_t count = OURS;
	for (const PQconninfoOption *option = parameters->parsed; option->keyword != NULL; option++)
		count++;
	parameters->keywords = cq__alloc_array(count + 1, sizeof *parameters->keywords);
	parameters->values = cq__alloc_array(count + 1, sizeof *parameters->values);
	if (parameters->keywords == NULL || parameters->values == NULL) {
		cq__pg_parameters_release(parameters);
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	}
	const char *const own_options = take_parsed(parameters, open->read_only);
	if (!pooled && (parameters->options = join_options(own_options, open->read_only)) == NULL) {
		cq__pg_parameters_release(parameters);
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	}
	if (!pooled || *own_options != '\0')
		put(parameters, "options", pooled ? own_options : parameters->options);
	put(parameters, "client_encoding", "UTF8");
	put(parameters, "fallback_application_name", "cquel");
	parameters->keywords[parameters->count] = NULL;
	share_timeout(parameters);
	return CQ_OK;
}
