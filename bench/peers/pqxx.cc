// bench/peers/pqxx.cc: the work on libpqxx; see peer.h. PATH is a conninfo.
#include "peer.h"

#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <pqxx/pqxx>

struct User {
	long long id, created_at;
	std::string username, email;
	int age;
	bool is_active;
	double balance;
};

static User read_user(const pqxx::row &row)
{
	return User{row[0].as<long long>(), row[6].as<long long>(), row[1].as<std::string>(), row[2].as<std::string>(), row[3].as<int>(),
		row[5].as<bool>(), row[4].as<double>()};
}

static void points(pqxx::connection &db, long operations)
{
	pqxx::nontransaction plain(db);
	uint64_t state = 7;
	for (long i = 0; i < operations; i++)
		(void)read_user(plain.exec_prepared1("point", static_cast<long long>(peer_key(&state))));
}

static void scan(pqxx::connection &db)
{
	pqxx::nontransaction plain(db);
	std::vector<User> users;
	for (const auto &row : plain.exec("SELECT " PEER_COLUMNS " FROM users"))
		users.push_back(read_user(row));
	if (users.size() != PEER_USERS)
		throw std::runtime_error("rows");
}

static void bulk(pqxx::connection &db)
{
	char username[32], email[48];
	pqxx::work all(db);
	all.exec("TRUNCATE users");
	pqxx::stream_to stream(all, "users", std::vector<std::string>{"id", "username", "email", "age", "balance", "is_active", "created_at"});
	for (int i = 0; i < PEER_USERS; i++) {
		peer_texts(i, username, email);
		stream << std::make_tuple(static_cast<long long>(i + 1), std::string(username), std::string(email), peer_age(i), peer_balance(i),
			peer_active(i) != 0, static_cast<long long>(peer_created(i)));
	}
	stream.complete();
	all.commit();
}

static void work(pqxx::connection &db, const std::string &name, long operations)
{
	if (name == "point")
		points(db, operations);
	else if (name == "scan")
		scan(db);
	else
		bulk(db);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	try {
		pqxx::connection db(argv[2]);
		db.prepare("point", "SELECT " PEER_COLUMNS " FROM users WHERE id = $1");
		work(db, argv[1], peer_count(argv[3]));
		const double started = peer_now();
		work(db, argv[1], peer_count(argv[3]));
		return peer_print(started, peer_count(argv[3]));
	} catch (const std::exception &error) {
		std::cerr << "pqxx: " << error.what() << "\n";
		return 1;
	}
}
