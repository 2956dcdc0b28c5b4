/* meta/rows_form.h: how the members of many objects travel to the database in one INSERT.
 *
 * It knows nothing of SQL or of databases: a dialect writes the text of a form, its driver carries it out.
 */
#ifndef CQ__META_ROWS_FORM_H
#define CQ__META_ROWS_FORM_H

typedef enum cq__rows_form {
	CQ__ROWS_VALUES, /* a parameter for each member of each object of the statement */
	CQ__ROWS_ARRAYS, /* a parameter for each member: the array of what all objects of a run hold there */
	CQ__ROWS_COPY    /* no parameter: the objects follow the text, and nothing comes back */
} cq__rows_form;

#endif
