/* bench/peers/zdb.c: the work on libzdb, both databases; see peer.h. PATH is a URL of libzdb. */
#include "peer.h"

#include <stdbool.h>
#include <zdb.h>

typedef struct user {
	int64_t id, created_at;
	char *username, *email;
	int age, is_active;
	double balance;
} user;

static bool is_sqlite;

static void read_user(ResultSet_T rows, user *into)
{
	into->id = ResultSet_getLLong(rows, 1);
	into->username = strdup(ResultSet_getString(rows, 2));
	into->email = strdup(ResultSet_getString(rows, 3));
	into->age = ResultSet_getInt(rows, 4);
	into->balance = ResultSet_getDouble(rows, 5);
	/* PostgreSQL's booleans are the texts t and f. */
	into->is_active = is_sqlite ? ResultSet_getInt(rows, 6) : *ResultSet_getString(rows, 6) == 't';
	into->created_at = ResultSet_getLLong(rows, 7);
}

static void free_user(user *it)
{
	free(it->username);
	free(it->email);
}

static void points(Connection_T db, long operations)
{
	PreparedStatement_T statement = Connection_prepareStatement(db, "SELECT " PEER_COLUMNS " FROM users WHERE id = ?");
	uint64_t state = 7;
	for (long i = 0; i < operations; i++) {
		PreparedStatement_setLLong(statement, 1, peer_key(&state));
		ResultSet_T rows = PreparedStatement_executeQuery(statement);
		user found;
		if (!ResultSet_next(rows))
			exit(1);
		read_user(rows, &found);
		free_user(&found);
	}
}

static void scan(Connection_T db)
{
	user *const users = malloc(PEER_USERS * sizeof *users);
	int count = 0;
	for (ResultSet_T rows = Connection_executeQuery(db, "SELECT " PEER_COLUMNS " FROM users"); ResultSet_next(rows);)
		read_user(rows, &users[count++]);
	for (int i = 0; i < count; i++)
		free_user(&users[i]);
	free(users);
	if (count != PEER_USERS)
		exit(1);
}

static void bulk(Connection_T db)
{
	char username[32], email[48];
	Connection_execute(db, is_sqlite ? "DELETE FROM users" : "TRUNCATE users");
	Connection_beginTransaction(db);
	PreparedStatement_T statement = Connection_prepareStatement(db,
		is_sqlite ? "INSERT INTO users(" PEER_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?, ?)"
		          : "INSERT INTO users(" PEER_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?::int::boolean, ?)");
	for (int i = 0; i < PEER_USERS; i++) {
		peer_texts(i, username, email);
		PreparedStatement_setLLong(statement, 1, i + 1);
		PreparedStatement_setString(statement, 2, username);
		PreparedStatement_setString(statement, 3, email);
		PreparedStatement_setInt(statement, 4, peer_age(i));
		PreparedStatement_setDouble(statement, 5, peer_balance(i));
		PreparedStatement_setInt(statement, 6, peer_active(i));
		PreparedStatement_setLLong(statement, 7, peer_created(i));
		PreparedStatement_execute(statement);
	}
	Connection_commit(db);
}

static void work(Connection_T db, const char *name, long operations)
{
	if (strcmp(name, "point") == 0)
		points(db, operations);
	else if (strcmp(name, "scan") == 0)
		scan(db);
	else
		bulk(db);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	const long operations = peer_count(argv[3]);
	is_sqlite = strncmp(argv[2], "sqlite", 6) == 0;
	URL_T url = URL_new(argv[2]);
	ConnectionPool_T pool = ConnectionPool_new(url);
	double started = 0;
	TRY
	{
		ConnectionPool_start(pool);
		Connection_T db = ConnectionPool_getConnection(pool);
		work(db, argv[1], operations);
		started = peer_now();
		work(db, argv[1], operations);
		started = peer_now() - started;
		Connection_close(db);
	}
	ELSE
	{
		fprintf(stderr, "zdb: %s\n", Exception_frame.message);
		return 1;
	}
	END_TRY;
	printf("%.1f\n", started / (double)operations);
	return 0;
}
