/* system_words.c: the words behind a system header that defines some of them; a program's own names beside them. */
#include <sys/param.h>

#include "../models.h"

#undef MIN
#undef MAX
#include <cquel/words.h>

struct limits {
	int SELECT, FROM, COUNT, VALUE;
};

int as_names(const struct limits *limits);
cq_status as_words(void);

/* The words are function-like: their names stay free. */
int as_names(const struct limits *limits)
{
	const int LIMIT = limits->COUNT, SET = limits->FROM;
	return LIMIT + SET + limits->SELECT + limits->VALUE;
}

cq_status as_words(void)
{
	return cq_execute(db, NULL, SQL(SELECT(MIN(users.age), MAX(users.age)), FROM(users)));
}
