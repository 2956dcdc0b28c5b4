// bench/peers/soci.cc: the work on SOCI, both databases; see peer.h. PATH is "sqlite3://FILE" or "postgresql://CONNINFO".
#include "peer.h"

#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <soci/soci.h>

struct User {
	long long id, created_at;
	std::string username, email;
	int age, is_active;
	double balance;
};

static bool is_sqlite;

// PostgreSQL's BOOLEAN comes as a whole number only when it is asked so.
static std::string columns()
{
	return is_sqlite ? "id, username, email, age, balance, is_active, created_at"
	                 : "id, username, email, age, balance, is_active::int, created_at";
}

static void points(soci::session &sql, long operations)
{
	User user;
	long long key = 0;
	uint64_t state = 7;
	soci::statement statement = (sql.prepare << "SELECT " + columns() + " FROM users WHERE id = :id", soci::use(key), soci::into(user.id),
		soci::into(user.username), soci::into(user.email), soci::into(user.age), soci::into(user.balance), soci::into(user.is_active),
		soci::into(user.created_at));
	for (long i = 0; i < operations; i++) {
		key = peer_key(&state);
		if (!statement.execute(true))
			throw std::runtime_error("no row");
	}
}

static void scan(soci::session &sql)
{
	std::vector<User> users;
	User user;
	soci::statement statement = (sql.prepare << "SELECT " + columns() + " FROM users", soci::into(user.id), soci::into(user.username),
		soci::into(user.email), soci::into(user.age), soci::into(user.balance), soci::into(user.is_active), soci::into(user.created_at));
	statement.execute();
	while (statement.fetch())
		users.push_back(user);
	if (users.size() != PEER_USERS)
		throw std::runtime_error("rows");
}

static void bulk(soci::session &sql)
{
	sql << (is_sqlite ? "DELETE FROM users" : "TRUNCATE users");
	soci::transaction all(sql);
	User user;
	char username[32], email[48];
	soci::statement statement = (sql.prepare << (is_sqlite ? "INSERT INTO users(" PEER_COLUMNS ") VALUES(:a, :b, :c, :d, :e, :f, :g)"
	                                                       : "INSERT INTO users(" PEER_COLUMNS ") VALUES(:a, :b, :c, :d, :e, cast(:f as int)::boolean, :g)"),
		soci::use(user.id), soci::use(user.username), soci::use(user.email), soci::use(user.age), soci::use(user.balance),
		soci::use(user.is_active), soci::use(user.created_at));
	for (int i = 0; i < PEER_USERS; i++) {
		peer_texts(i, username, email);
		user = User{i + 1, peer_created(i), username, email, peer_age(i), peer_active(i), peer_balance(i)};
		statement.execute(true);
	}
	all.commit();
}

static void work(soci::session &sql, const std::string &name, long operations)
{
	if (name == "point")
		points(sql, operations);
	else if (name == "scan")
		scan(sql);
	else
		bulk(sql);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	try {
		is_sqlite = strncmp(argv[2], "sqlite3", 7) == 0;
		soci::session sql(argv[2]);
		if (is_sqlite)
			sql << "PRAGMA synchronous=NORMAL";
		work(sql, argv[1], peer_count(argv[3]));
		const double started = peer_now();
		work(sql, argv[1], peer_count(argv[3]));
		return peer_print(started, peer_count(argv[3]));
	} catch (const std::exception &error) {
		std::cerr << "soci: " << error.what() << "\n";
		return 1;
	}
}
