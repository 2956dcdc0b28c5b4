/* tests/unit/exec_url_test.c: URLs of databases, good and bad, and what their messages may show.
 *
 * It opens nothing.
 */
#include "exec/url.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct good_url {
	const char *text, *path;
	bool memory, read_only, create;
	int64_t busy_timeout_ms;
	const char *name, *value; /* the only setting, or NULL */
} good_url;

static const good_url good[] = {
	{ "sqlite:///app.db", "app.db", false, false, true, -1, NULL, NULL },
	{ "sqlite:////var/app.db", "/var/app.db", false, false, true, -1, NULL, NULL },
	{ "sqlite://", ":memory:", true, false, true, -1, NULL, NULL },
	{ "sqlite:///", ":memory:", true, false, true, -1, NULL, NULL },
	{ "sqlite:///:memory:", ":memory:", true, false, true, -1, NULL, NULL },
	{ "sqlite+aiosqlite:///app.db", "app.db", false, false, true, -1, NULL, NULL },
	{ "SQLite:///app.db", "app.db", false, false, true, -1, NULL, NULL },
	{ "sqlite:///a%20b/c%C3%A9.db", "a b/c\xC3\xA9.db", false, false, true, -1, NULL, NULL },
	{ "sqlite:///a%3fb.db?mode=ro", "a?b.db", false, true, false, -1, NULL, NULL },
	{ "sqlite:///a.db?mode=rw", "a.db", false, false, false, -1, NULL, NULL },
	{ "sqlite:///a.db?mode=rwc", "a.db", false, false, true, -1, NULL, NULL },
	{ "sqlite:///a.db?mode=memory", ":memory:", true, false, true, -1, NULL, NULL },
	{ "sqlite:///a.db?busy_timeout=250", "a.db", false, false, true, 250, NULL, NULL },
	{ "sqlite:///a.db?synchronous=OFF&busy_timeout=0", "a.db", false, false, true, 0, "synchronous", "OFF" },
	{ "sqlite:///a.db?cache_size=-2000", "a.db", false, false, true, -1, "cache_size", "-2000" },
	{ "sqlite:///a.db?", "a.db", false, false, true, -1, NULL, NULL },
};

static void good_urls_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		cq__url url;
		cq__error error = { 0 };
		assert_int_equal(cq__url_parse(&url, good[i].text, &error), CQ_OK);
		assert_string_equal(url.scheme, "sqlite");
		assert_string_equal(url.path, good[i].path);
		assert_int_equal(url.memory, good[i].memory);
		assert_int_equal(url.read_only, good[i].read_only);
		assert_int_equal(url.create, good[i].create);
		assert_int_equal(url.busy_timeout_ms, good[i].busy_timeout_ms);
		if (good[i].name == NULL) {
			assert_null(url.settings[0]);
		} else {
			assert_string_equal(url.settings[0], good[i].name);
			assert_string_equal(url.settings[1], good[i].value);
			assert_null(url.settings[2]);
		}
		cq__url_release(&url);
	}
}

typedef struct bad_url {
	const char *text;
	cq_status status;
	const char *part; /* of the message */
} bad_url;

static const bad_url bad[] = {
	{ NULL, CQ_MISUSE, "NULL" },
	{ "", CQ_INVALID_URL, "no scheme" },
	{ "sqlite:///a.db?cache_size=99999999999", CQ_INVALID_URL, "from -2147483648 to 2147483647" },
	{ "sqlite:///a.db?wal_autocheckpoint=-2147483649", CQ_INVALID_URL, "from -2147483648 to 2147483647" },
	{ "app.db", CQ_INVALID_URL, "no scheme" },
	{ "host=/run/postgresql user=ann password=secret", CQ_INVALID_URL, "or postgresql://host/database" },
	{ "://x", CQ_INVALID_URL, "no scheme" },
	{ "sqlite:app.db", CQ_INVALID_URL, "no scheme" },
	{ "sqlite://app.db", CQ_INVALID_URL, "three slashes" },
	{ "sqlite://host/app.db", CQ_INVALID_URL, "names a host" },
	{ "oracle://x", CQ_INVALID_URL, "(oracle)" },
	{ "mariadb://x/y", CQ_UNSUPPORTED, "no driver for mariadb" },
	{ "mysql+asyncmy://ann:secret@host/y", CQ_UNSUPPORTED, "no driver" },
	{ "postgresql://ann:secret@host/y?prepare=always", CQ_INVALID_URL, "prepare must be named or unnamed" },
	{ "se:cr:et@x://y", CQ_INVALID_URL, "(?)" },
	{ "sqlite:///a%2", CQ_INVALID_URL, "hexadecimal" },
	{ "sqlite:///a%", CQ_INVALID_URL, "hexadecimal" },
	{ "sqlite:///a%zz", CQ_INVALID_URL, "hexadecimal" },
	{ "sqlite:///a%00b", CQ_INVALID_URL, "NUL" },
	{ "sqlite:///a%ff", CQ_INVALID_URL, "UTF-8" },
	{ "sqlite:///a?mode=rx", CQ_INVALID_URL, "mode must be ro, rw, rwc or memory" },
	{ "sqlite:///a?moed=ro", CQ_INVALID_URL, "unknown parameter (moed)" },
	{ "sqlite:///a?mode", CQ_INVALID_URL, "without a value" },
	{ "sqlite:///a?busy_timeout=soon", CQ_INVALID_URL, "busy_timeout must be milliseconds" },
	{ "sqlite:///a?busy_timeout=-1", CQ_INVALID_URL, "busy_timeout must be milliseconds" },
	{ "sqlite:///a?synchronous=maybe", CQ_INVALID_URL, "synchronous must be a word" },
	{ "sqlite:///a?cache_size=many", CQ_INVALID_URL, "cache_size must be a whole number" },
	{ "sqlite:///a?cache_size=1&cache_size=2", CQ_INVALID_URL, "twice" },
	{ "sqlite://ann:top?secret@host/a", CQ_INVALID_URL, "" },
};

static void bad_urls_are_explained(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		cq__url url;
		cq__error error = { 0 };
		assert_int_equal(cq__url_parse(&url, bad[i].text, &error), bad[i].status);
		const char *const message = cq__error_get(&error)->message;
		if (strstr(message, bad[i].part) == NULL)
			fail_msg("%s: %s", bad[i].text, message);
		assert_null(strstr(message, "secret"));
		assert_null(strstr(message, "se:cr:et"));
		assert_null(url.arena);
		cq__error_release(&error);
	}
}

static void a_url_may_not_be_endless(void **state)
{
	(void)state;
	char text[9000] = "sqlite:///";
	memset(text + strlen(text), 'x', sizeof text - strlen(text) - 1);
	text[sizeof text - 1] = '\0';
	cq__url url;
	cq__error error = { 0 };
	assert_int_equal(cq__url_parse(&url, text, &error), CQ_INVALID_URL);
	cq__error_release(&error);
}

typedef struct server_url {
	const char *text;
	const char *server; /* what the library is given */
	const char *path;
	bool unnamed;
} server_url;

static const server_url servers[] = {
	{ "postgresql://host/base", "postgresql://host/base", "host/base", false },
	{ "postgres://", "postgresql://", "", false },
	{ "postgresql+asyncpg://ann:se%40cret@[::1]:5433/base?sslmode=require", "postgresql://ann:se%40cret@[::1]:5433/base?sslmode=require",
		"[::1]:5433/base", false },
	{ "postgresql:///base?prepare=unnamed", "postgresql:///base", "/base", true },
	{ "postgresql:///base?prepare=named", "postgresql:///base", "/base", false },
	{ "postgresql:///base?host=/tmp&prepare=unnamed&user=ann", "postgresql:///base?host=/tmp&user=ann", "/base", true },
	{ "postgresql://a,b:5433/base?prepare=unnamed&target_session_attrs=read-write",
		"postgresql://a,b:5433/base?target_session_attrs=read-write", "a,b:5433/base", true },
	{ "postgresql://ann:sec?ret@host/base", "postgresql://ann:sec?ret@host/base", "host/base", false },
	{ "postgresql://host?", "postgresql://host", "host", false },
	{ "postgresql://host?user=ann&", "postgresql://host?user=ann&", "host", false },
};

static void what_is_a_servers_is_left_to_its_library(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof servers / sizeof *servers; i++) {
		cq__url url;
		cq__error error = { 0 };
		assert_int_equal(cq__url_parse(&url, servers[i].text, &error), CQ_OK);
		assert_string_equal(url.scheme, "postgresql");
		assert_string_equal(url.server, servers[i].server);
		assert_string_equal(url.path, servers[i].path);
		assert_int_equal(url.unnamed, servers[i].unnamed);
		assert_false(url.memory);
		cq__url_release(&url);
		cq__error_release(&error);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_a_servers_is_left_to_its_library),
		cmocka_unit_test(good_urls_are_read),
		cmocka_unit_test(bad_urls_are_explained),
		cmocka_unit_test(a_url_may_not_be_endless),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
