/* tpch/questions.h: the 22 questions in cquel's language: each asks its question and gives the rows with what describes them. */
#ifndef TPCH_QUESTIONS_H
#define TPCH_QUESTIONS_H

#include "models.h"

#include "support/record.h"

/** The rows of one question: rows.count structs that `type` describes; freed with cq_free(&answer.rows). */
typedef struct tpch_answer {
	const cq_row_type *type;
	cq_any_rows rows;
} tpch_answer;

typedef cq_status (*tpch_question)(cq_connection *db, tpch_answer *answer);

/** The first eleven questions, and the others. */
extern const tpch_question tpch_questions_to_11[11], tpch_questions_from_12[11];

/* What each question does: run a statement that selects the row R. The servers are asked whether they take it, too. */
#define ANSWER(R, ...) \
	cq_statement asked = CQ_STATEMENT(__VA_ARGS__); \
	record_query(&asked); \
	cq_statement_release(&asked); \
	cq_rows(R) rows; \
	const cq_status status = cq_all(db, R, &rows, __VA_ARGS__); \
	*answer = (tpch_answer){&cq_row_##R, {rows.items, rows.count, rows.arena}}; \
	return status;

/* The price of a line without and with its tax. */
#define REVENUE MUL(lineitem.l_extendedprice, SUB(1, lineitem.l_discount))

static inline cq_date day(int year, int month, int day_of_month) {
	cq_date date = {0};
	return cq_date_make(year, month, day_of_month, &date) == CQ_OK ? date : (cq_date){INT32_MIN};
}

#endif
