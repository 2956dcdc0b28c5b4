/* support/client_parts.h: what the three clients are made of.
 *
 * It knows nothing of any library. Only client*.c include it.
 */
#ifndef CQ_TEST_CLIENT_PARTS_H
#define CQ_TEST_CLIENT_PARTS_H

#include "support/client.h"

/* One database's way to do what client.h says; every function fills the message when it fails. */
typedef struct client_calls {
	const char *name;
	const char *variable; /* of the environment, or NULL */
	bool (*open)(client *db, const char *address);
	void (*close)(client *db);
	bool (*query)(client *db, const char *sql, client_rows *rows);
	bool (*create_space)(client *db, const char *name);
	bool (*empty)(client *db);
	bool (*prepare)(client_statement *statement, const char *sql);
	/* whole: which of them are whole numbers, or NULL. */
	bool (*run)(client_statement *statement, const char *const *parameters, const bool *whole, client_rows *rows);
	bool (*plan)(client_statement *statement);
	void (*finish)(client_statement *statement);
} client_calls;

struct client {
	const client_calls *calls;
	void *handle;
	char name[40]; /* of its database on the server */
	char **spaces;
	size_t space_count;
	char message[2000];
};

struct client_statement {
	client *db;
	void *handle;
	size_t parameter_count;
};

extern const client_calls client_calls_sqlite, client_calls_postgres, client_calls_mariadb;

/* Always false. */
bool client_fail(client *db, const char *message);

/* A name in the quotes given; in static memory, until the next call but one. */
const char *client_quoted(const char *name, char quote);

/* Makes room for another row of as many columns as there are; its cells are NULL. */
char **client_add_row(client_rows *rows, size_t columns);

/* A copy of a cell of so many bytes, closed with a NUL. */
char *client_copy(const char *bytes, size_t length);

#endif
