/* cases.h: every case that the second enforcer can see, once as a function and once in the list of them.
 *
 * Written by tests/reject/run.sh --list; not edited by hand. tests/conform/reject_rules_test.c includes it: CASE_AS(name)
 * names the function of a case, CASE_LIST(CASE) says CASE(name, rule, clause) for each.
 */
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_insert_query)
#include "aggregate-and-column/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_one_expression)
#include "aggregate-and-column/one_expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_select)
#include "aggregate-and-column/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_select_expression)
#include "aggregate-and-column/select_expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_select_object)
#include "aggregate-and-column/select_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_select_row)
#include "aggregate-and-column/select_row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_subquery)
#include "aggregate-and-column/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_union_arm)
#include "aggregate-and-column/union_arm.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_conflict)
#include "aggregate-in-where/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_delete)
#include "aggregate-in-where/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_exists)
#include "aggregate-in-where/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_filter)
#include "aggregate-in-where/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_group_by)
#include "aggregate-in-where/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_insert_into)
#include "aggregate-in-where/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_join)
#include "aggregate-in-where/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_left_join)
#include "aggregate-in-where/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_returning)
#include "aggregate-in-where/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_returning_row)
#include "aggregate-in-where/returning_row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_set)
#include "aggregate-in-where/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_update)
#include "aggregate-in-where/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_where)
#include "aggregate-in-where/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_where_optional)
#include "aggregate-in-where/where_optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_having)
#include "aggregate-of-aggregate/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_json_agg)
#include "aggregate-of-aggregate/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_nested)
#include "aggregate-of-aggregate/nested.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_order_by)
#include "aggregate-of-aggregate/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_select)
#include "aggregate-of-aggregate/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_string_agg)
#include "aggregate-of-aggregate/string_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_boolean)
#include "cast-type/boolean.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_bytes)
#include "cast-type/bytes.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_enum)
#include "cast-type/enum.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_select)
#include "cast-type/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_time)
#include "cast-type/time.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_where)
#include "cast-type/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_delete_from)
#include "clause-misplaced/delete_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_delete_group_by)
#include "clause-misplaced/delete_group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_delete_order_by)
#include "clause-misplaced/delete_order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_exists_returning)
#include "clause-misplaced/exists_returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_insert_having)
#include "clause-misplaced/insert_having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_insert_where)
#include "clause-misplaced/insert_where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_select_all_rows)
#include "clause-misplaced/select_all_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_select_returning)
#include "clause-misplaced/select_returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_select_update)
#include "clause-misplaced/select_update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_union_limit)
#include "clause-misplaced/union_limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_update_join)
#include "clause-misplaced/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_update_limit)
#include "clause-misplaced/update_limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_missing_exists)
#include "clause-missing/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_missing_select)
#include "clause-missing/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_missing_subquery)
#include "clause-missing/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_missing_where)
#include "clause-missing/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_distinct_after_from)
#include "clause-order/distinct_after_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_exists)
#include "clause-order/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_having_before_group_by)
#include "clause-order/having_before_group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_offset_before_limit)
#include "clause-order/offset_before_limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_order_by_before_where)
#include "clause-order/order_by_before_where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_returning_before_where)
#include "clause-order/returning_before_where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_union)
#include "clause-order/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_where_before_delete)
#include "clause-order/where_before_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_where_before_from)
#include "clause-order/where_before_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_with)
#include "clause-order/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_conflict)
#include "clause-twice/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_delete)
#include "clause-twice/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_distinct)
#include "clause-twice/distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_from)
#include "clause-twice/from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_group_by)
#include "clause-twice/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_having)
#include "clause-twice/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_limit)
#include "clause-twice/limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_offset)
#include "clause-twice/offset.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_order_by)
#include "clause-twice/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_select)
#include "clause-twice/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_where)
#include "clause-twice/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_composite_key)
#include "column-missing/composite_key.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_insert_into)
#include "column-missing/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_insert_query)
#include "column-missing/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_reference)
#include "column-missing/reference.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_text)
#include "column-missing/text.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_auto_key)
#include "column-read-only/auto_key.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_conflict)
#include "column-read-only/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_insert_into)
#include "column-read-only/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_update_generated)
#include "column-read-only/update_generated.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_update_key)
#include "column-read-only/update_key.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_when)
#include "column-read-only/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_conflict)
#include "column-set-twice/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_insert_into)
#include "column-set-twice/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_update)
#include "column-set-twice/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_when)
#include "column-set-twice/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_date)
#include "date-unit/date.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_date_add)
#include "date-unit/date_add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_date_diff)
#include "date-unit/date_diff.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_date_trunc)
#include "date-unit/date_trunc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_extract)
#include "date-unit/extract.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_lateral)
#include "derived-shape/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_query)
#include "derived-shape/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_query_type)
#include "derived-shape/query_type.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_values_as)
#include "derived-shape/values_as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_with)
#include "derived-shape/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_set_conflict)
#include "empty-set/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_having)
#include "empty-values/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_in)
#include "empty-values/in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_not_in)
#include "empty-values/not_in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(excluded_misplaced_update)
#include "excluded-misplaced/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(excluded_misplaced_where)
#include "excluded-misplaced/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_count_all)
#include "field-count/all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_count_one)
#include "field-count/one.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_count_returning)
#include "field-count/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_count_submit)
#include "field-count/submit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_all)
#include "field-null-outer/all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_full)
#include "field-null-outer/full.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_one)
#include "field-null-outer/one.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_optional)
#include "field-null-outer/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_right)
#include "field-null-outer/right.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_stream)
#include "field-null-outer/stream.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_aggregate)
#include "field-null/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_all)
#include "field-null/all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_coalesce)
#include "field-null/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_query)
#include "field-null/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_query_outer)
#include "field-null/query_outer.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_returning)
#include "field-null/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_all)
#include "field-type/all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_narrow)
#include "field-type/narrow.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_object)
#include "field-type/object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_returning)
#include "field-type/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(filter_not_aggregate_expression)
#include "filter-not-aggregate/expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(filter_not_aggregate_having)
#include "filter-not-aggregate/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(filter_not_aggregate_select)
#include "filter-not-aggregate/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(frame_bounds_groups)
#include "frame-bounds/groups.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(frame_bounds_range)
#include "frame-bounds/range.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(frame_bounds_rows)
#include "frame-bounds/rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_aggregate)
#include "having-without-group/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_exists)
#include "having-without-group/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_select)
#include "having-without-group/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_key_get)
#include "json-key/get.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_key_object)
#include "json-key/object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_key_text)
#include "json-key/text.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_pairs_order_by)
#include "json-pairs/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_pairs_select)
#include "json-pairs/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_contains)
#include "like-not-text/contains.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_delete)
#include "like-not-text/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_ends_with)
#include "like-not-text/ends_with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_having)
#include "like-not-text/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_ilike)
#include "like-not-text/ilike.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_join)
#include "like-not-text/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_select)
#include "like-not-text/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_starts_with)
#include "like-not-text/starts_with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_when)
#include "like-not-text/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_where)
#include "like-not-text/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_exists)
#include "limit-not-integer/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_limit)
#include "limit-not-integer/limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_limit_column)
#include "limit-not-integer/limit_column.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_limit_real)
#include "limit-not-integer/limit_real.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_offset)
#include "limit-not-integer/offset.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_optional)
#include "limit-not-integer/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_aggregate)
#include "lock-misplaced/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_distinct)
#include "lock-misplaced/distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_group_by)
#include "lock-misplaced/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_union)
#include "lock-misplaced/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_bytes)
#include "min-max-type/bytes.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_having)
#include "min-max-type/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_json)
#include "min-max-type/json.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_order_by)
#include "min-max-type/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_select)
#include "min-max-type/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_delete)
#include "no-where/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_update)
#include "no-where/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_update_returning)
#include "no-where/update_returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_else_first)
#include "not-a-branch/else_first.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_else_twice)
#include "not-a-branch/else_twice.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_optional)
#include "not-a-branch/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_select)
#include "not-a-branch/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_where)
#include "not-a-branch/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_clause_condition)
#include "not-a-clause/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_clause_exists)
#include "not-a-clause/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_clause_ordering)
#include "not-a-clause/ordering.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_all_of)
#include "not-a-condition/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_and)
#include "not-a-condition/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_any_of)
#include "not-a-condition/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_case)
#include "not-a-condition/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_delete)
#include "not-a-condition/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_exists)
#include "not-a-condition/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_filter)
#include "not-a-condition/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_having)
#include "not-a-condition/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_join)
#include "not-a-condition/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_left_join)
#include "not-a-condition/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_not)
#include "not-a-condition/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_or)
#include "not-a-condition/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_update)
#include "not-a-condition/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_when)
#include "not-a-condition/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_where)
#include "not-a-condition/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_where_object)
#include "not-a-condition/where_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_where_ordering)
#include "not-a-condition/where_ordering.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_date_add)
#include "not-a-date/date_add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_date_diff)
#include "not-a-date/date_diff.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_date_trunc)
#include "not-a-date/date_trunc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_extract)
#include "not-a-date/extract.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_interval)
#include "not-a-date/interval.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_set)
#include "not-a-date/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_reference_join)
#include "not-a-reference/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_reference_where_alias)
#include "not-a-reference/where_alias.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_assignment_insert_both)
#include "not-an-assignment/insert_both.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_assignment_insert_into)
#include "not-an-assignment/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_assignment_update)
#include "not-an-assignment/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_assignment_update_values)
#include "not-an-assignment/update_values.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_distinct)
#include "not-an-expression/distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_group_by_object)
#include "not-an-expression/group_by_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_group_by_ordering)
#include "not-an-expression/group_by_ordering.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_nulls_first)
#include "not-an-expression/nulls_first.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_partition_by)
#include "not-an-expression/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_row)
#include "not-an-expression/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_row_member)
#include "not-an-expression/row_member.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_select_ordering)
#include "not-an-expression/select_ordering.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_string_agg)
#include "not-an-expression/string_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_joined)
#include "not-grouped/joined.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select)
#include "not-grouped/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select_all)
#include "not-grouped/select_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select_expression)
#include "not-grouped/select_expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select_object)
#include "not-grouped/select_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select_row)
#include "not-grouped/select_row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_subquery)
#include "not-grouped/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_with)
#include "not-grouped/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_json_get)
#include "not-json/get.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_json_length)
#include "not-json/length.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_json_text)
#include "not-json/text.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_abs)
#include "not-numeric/abs.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_add)
#include "not-numeric/add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_avg)
#include "not-numeric/avg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_ceil)
#include "not-numeric/ceil.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_date_add)
#include "not-numeric/date_add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_floor)
#include "not-numeric/floor.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_frame)
#include "not-numeric/frame.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_group_by)
#include "not-numeric/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_having)
#include "not-numeric/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_join)
#include "not-numeric/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_lag)
#include "not-numeric/lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_nth_value)
#include "not-numeric/nth_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_ntile)
#include "not-numeric/ntile.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_order_by)
#include "not-numeric/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_power)
#include "not-numeric/power.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_returning)
#include "not-numeric/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_round)
#include "not-numeric/round.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_round_what)
#include "not-numeric/round_what.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_set)
#include "not-numeric/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_substr)
#include "not-numeric/substr.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_sum)
#include "not-numeric/sum.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_where)
#include "not-numeric/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_concat)
#include "not-text/concat.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_group_by)
#include "not-text/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_having)
#include "not-text/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_join)
#include "not-text/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_length)
#include "not-text/length.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_lower)
#include "not-text/lower.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_order_by)
#include "not-text/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_position)
#include "not-text/position.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_replace)
#include "not-text/replace.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_set)
#include "not-text/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_string_agg)
#include "not-text/string_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_substr)
#include "not-text/substr.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_trim)
#include "not-text/trim.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_upper)
#include "not-text/upper.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_where)
#include "not-text/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_between)
#include "null-compared/between.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_delete)
#include "null-compared/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_having)
#include "null-compared/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_in)
#include "null-compared/in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_join)
#include "null-compared/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_nullif)
#include "null-compared/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_select)
#include "null-compared/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_update)
#include "null-compared/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_when)
#include "null-compared/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_where)
#include "null-compared/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_where_null_of)
#include "null-compared/where_null_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_column)
#include "null-into-not-null/column.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_conflict)
#include "null-into-not-null/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_expression)
#include "null-into-not-null/expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_insert_into)
#include "null-into-not-null/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_insert_query)
#include "null-into-not-null/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_null)
#include "null-into-not-null/null.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_optional)
#include "null-into-not-null/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_update)
#include "null-into-not-null/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_when)
#include "null-into-not-null/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_clause)
#include "over-not-a-function/clause.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_expression)
#include "over-not-a-function/expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_order)
#include "over-not-a-function/order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_part)
#include "over-not-a-function/part.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_select)
#include "over-not-a-function/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_twice)
#include "over-not-a-function/twice.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_columns_scalar)
#include "scalar-columns/scalar.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_columns_scalar_one)
#include "scalar-columns/scalar_one.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_columns_scalars)
#include "scalar-columns/scalars.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_narrow)
#include "scalar-type/narrow.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_object)
#include "scalar-type/object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_one_or_none)
#include "scalar-type/one_or_none.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_returning)
#include "scalar-type/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_scalars)
#include "scalar-type/scalars.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_submit)
#include "scalar-type/submit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_text)
#include "scalar-type/text.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_delete)
#include "subquery-columns/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_having)
#include "subquery-columns/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_in)
#include "subquery-columns/in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_not_in)
#include "subquery-columns/not_in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_update)
#include "subquery-columns/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_conflict)
#include "table-not-in-from/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_delete)
#include "table-not-in-from/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_exists)
#include "table-not-in-from/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_full_join)
#include "table-not-in-from/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_group_by)
#include "table-not-in-from/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_having)
#include "table-not-in-from/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_insert_into)
#include "table-not-in-from/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_insert_query)
#include "table-not-in-from/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_join)
#include "table-not-in-from/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_join_later)
#include "table-not-in-from/join_later.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_lateral)
#include "table-not-in-from/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_left_join)
#include "table-not-in-from/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_lock)
#include "table-not-in-from/lock.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_optional_clause)
#include "table-not-in-from/optional_clause.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_order_by)
#include "table-not-in-from/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_order_by_optional)
#include "table-not-in-from/order_by_optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_query)
#include "table-not-in-from/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_query_column)
#include "table-not-in-from/query_column.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_returning)
#include "table-not-in-from/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_returning_all)
#include "table-not-in-from/returning_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_right_join)
#include "table-not-in-from/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select)
#include "table-not-in-from/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select_aggregate)
#include "table-not-in-from/select_aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select_alias)
#include "table-not-in-from/select_alias.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select_all)
#include "table-not-in-from/select_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select_row)
#include "table-not-in-from/select_row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_union)
#include "table-not-in-from/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_update)
#include "table-not-in-from/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_update_from)
#include "table-not-in-from/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_update_where)
#include "table-not-in-from/update_where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_using)
#include "table-not-in-from/using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where)
#include "table-not-in-from/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_any_of)
#include "table-not-in-from/where_any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_either)
#include "table-not-in-from/where_either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_optional)
#include "table-not-in-from/where_optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_subquery)
#include "table-not-in-from/where_subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_ternary)
#include "table-not-in-from/where_ternary.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_with)
#include "table-not-in-from/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_with_select)
#include "table-not-in-from/with_select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_exists)
#include "table-twice/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_join)
#include "table-twice/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_left_join)
#include "table-twice/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_query)
#include "table-twice/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_two_joins)
#include "table-twice/two_joins.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_and)
#include "type-mismatch/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_any_of)
#include "type-mismatch/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_between)
#include "type-mismatch/between.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_case)
#include "type-mismatch/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_date_add)
#include "type-mismatch/date_add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_date_diff)
#include "type-mismatch/date_diff.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_delete)
#include "type-mismatch/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_either)
#include "type-mismatch/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_exists)
#include "type-mismatch/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_field)
#include "type-mismatch/field.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_group_by)
#include "type-mismatch/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_having)
#include "type-mismatch/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_in)
#include "type-mismatch/in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_in_array)
#include "type-mismatch/in_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_in_subquery)
#include "type-mismatch/in_subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_is_distinct)
#include "type-mismatch/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_is_not_distinct)
#include "type-mismatch/is_not_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_join)
#include "type-mismatch/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_lag)
#include "type-mismatch/lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_left_join)
#include "type-mismatch/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_not_in)
#include "type-mismatch/not_in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_nullif)
#include "type-mismatch/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_order_by)
#include "type-mismatch/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_returning)
#include "type-mismatch/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_row)
#include "type-mismatch/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_select)
#include "type-mismatch/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_select_coalesce)
#include "type-mismatch/select_coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_set)
#include "type-mismatch/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_ternary)
#include "type-mismatch/ternary.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_update)
#include "type-mismatch/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_when)
#include "type-mismatch/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where)
#include "type-mismatch/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_boolean)
#include "type-mismatch/where_boolean.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_character)
#include "type-mismatch/where_character.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_columns)
#include "type-mismatch/where_columns.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_date)
#include "type-mismatch/where_date.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_long_boolean)
#include "type-mismatch/where_long_boolean.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_real)
#include "type-mismatch/where_real.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_text_of_uuid)
#include "type-mismatch/where_text_of_uuid.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_order_order_by)
#include "union-order/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_number)
#include "union-shape/number.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_type)
#include "union-shape/type.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_width)
#include "union-shape/width.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_with)
#include "union-shape/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_column)
#include "value-type/column.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_condition)
#include "value-type/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_conflict)
#include "value-type/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_insert_into)
#include "value-type/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_insert_query)
#include "value-type/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_optional)
#include "value-type/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_real)
#include "value-type/real.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_subquery)
#include "value-type/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_update)
#include "value-type/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_when)
#include "value-type/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_aggregate)
#include "window-misplaced/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_delete)
#include "window-misplaced/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_group_by)
#include "window-misplaced/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_having)
#include "window-misplaced/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_join)
#include "window-misplaced/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_left_join)
#include "window-misplaced/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_set)
#include "window-misplaced/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_where)
#include "window-misplaced/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_window)
#include "window-misplaced/window.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_without_over_lag)
#include "window-without-over/lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_without_over_order_by)
#include "window-without-over/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_without_over_select)
#include "window-without-over/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_without_over_where)
#include "window-without-over/where.c"
#undef CASE_LIST
#define CASE_LIST(CASE) \
	CASE(aggregate_and_column_insert_query, "aggregate-and-column", "insert_query") \
	CASE(aggregate_and_column_one_expression, "aggregate-and-column", "one_expression") \
	CASE(aggregate_and_column_select, "aggregate-and-column", "select") \
	CASE(aggregate_and_column_select_expression, "aggregate-and-column", "select_expression") \
	CASE(aggregate_and_column_select_object, "aggregate-and-column", "select_object") \
	CASE(aggregate_and_column_select_row, "aggregate-and-column", "select_row") \
	CASE(aggregate_and_column_subquery, "aggregate-and-column", "subquery") \
	CASE(aggregate_and_column_union_arm, "aggregate-and-column", "union_arm") \
	CASE(aggregate_in_where_conflict, "aggregate-in-where", "conflict") \
	CASE(aggregate_in_where_delete, "aggregate-in-where", "delete") \
	CASE(aggregate_in_where_exists, "aggregate-in-where", "exists") \
	CASE(aggregate_in_where_filter, "aggregate-in-where", "filter") \
	CASE(aggregate_in_where_group_by, "aggregate-in-where", "group_by") \
	CASE(aggregate_in_where_insert_into, "aggregate-in-where", "insert_into") \
	CASE(aggregate_in_where_join, "aggregate-in-where", "join") \
	CASE(aggregate_in_where_left_join, "aggregate-in-where", "left_join") \
	CASE(aggregate_in_where_returning, "aggregate-in-where", "returning") \
	CASE(aggregate_in_where_returning_row, "aggregate-in-where", "returning_row") \
	CASE(aggregate_in_where_set, "aggregate-in-where", "set") \
	CASE(aggregate_in_where_update, "aggregate-in-where", "update") \
	CASE(aggregate_in_where_where, "aggregate-in-where", "where") \
	CASE(aggregate_in_where_where_optional, "aggregate-in-where", "where_optional") \
	CASE(aggregate_of_aggregate_having, "aggregate-of-aggregate", "having") \
	CASE(aggregate_of_aggregate_json_agg, "aggregate-of-aggregate", "json_agg") \
	CASE(aggregate_of_aggregate_nested, "aggregate-of-aggregate", "nested") \
	CASE(aggregate_of_aggregate_order_by, "aggregate-of-aggregate", "order_by") \
	CASE(aggregate_of_aggregate_select, "aggregate-of-aggregate", "select") \
	CASE(aggregate_of_aggregate_string_agg, "aggregate-of-aggregate", "string_agg") \
	CASE(cast_type_boolean, "cast-type", "boolean") \
	CASE(cast_type_bytes, "cast-type", "bytes") \
	CASE(cast_type_enum, "cast-type", "enum") \
	CASE(cast_type_select, "cast-type", "select") \
	CASE(cast_type_time, "cast-type", "time") \
	CASE(cast_type_where, "cast-type", "where") \
	CASE(clause_misplaced_delete_from, "clause-misplaced", "delete_from") \
	CASE(clause_misplaced_delete_group_by, "clause-misplaced", "delete_group_by") \
	CASE(clause_misplaced_delete_order_by, "clause-misplaced", "delete_order_by") \
	CASE(clause_misplaced_exists_returning, "clause-misplaced", "exists_returning") \
	CASE(clause_misplaced_insert_having, "clause-misplaced", "insert_having") \
	CASE(clause_misplaced_insert_where, "clause-misplaced", "insert_where") \
	CASE(clause_misplaced_select_all_rows, "clause-misplaced", "select_all_rows") \
	CASE(clause_misplaced_select_returning, "clause-misplaced", "select_returning") \
	CASE(clause_misplaced_select_update, "clause-misplaced", "select_update") \
	CASE(clause_misplaced_union_limit, "clause-misplaced", "union_limit") \
	CASE(clause_misplaced_update_join, "clause-misplaced", "update_join") \
	CASE(clause_misplaced_update_limit, "clause-misplaced", "update_limit") \
	CASE(clause_missing_exists, "clause-missing", "exists") \
	CASE(clause_missing_select, "clause-missing", "select") \
	CASE(clause_missing_subquery, "clause-missing", "subquery") \
	CASE(clause_missing_where, "clause-missing", "where") \
	CASE(clause_order_distinct_after_from, "clause-order", "distinct_after_from") \
	CASE(clause_order_exists, "clause-order", "exists") \
	CASE(clause_order_having_before_group_by, "clause-order", "having_before_group_by") \
	CASE(clause_order_offset_before_limit, "clause-order", "offset_before_limit") \
	CASE(clause_order_order_by_before_where, "clause-order", "order_by_before_where") \
	CASE(clause_order_returning_before_where, "clause-order", "returning_before_where") \
	CASE(clause_order_union, "clause-order", "union") \
	CASE(clause_order_where_before_delete, "clause-order", "where_before_delete") \
	CASE(clause_order_where_before_from, "clause-order", "where_before_from") \
	CASE(clause_order_with, "clause-order", "with") \
	CASE(clause_twice_conflict, "clause-twice", "conflict") \
	CASE(clause_twice_delete, "clause-twice", "delete") \
	CASE(clause_twice_distinct, "clause-twice", "distinct") \
	CASE(clause_twice_from, "clause-twice", "from") \
	CASE(clause_twice_group_by, "clause-twice", "group_by") \
	CASE(clause_twice_having, "clause-twice", "having") \
	CASE(clause_twice_limit, "clause-twice", "limit") \
	CASE(clause_twice_offset, "clause-twice", "offset") \
	CASE(clause_twice_order_by, "clause-twice", "order_by") \
	CASE(clause_twice_select, "clause-twice", "select") \
	CASE(clause_twice_where, "clause-twice", "where") \
	CASE(column_missing_composite_key, "column-missing", "composite_key") \
	CASE(column_missing_insert_into, "column-missing", "insert_into") \
	CASE(column_missing_insert_query, "column-missing", "insert_query") \
	CASE(column_missing_reference, "column-missing", "reference") \
	CASE(column_missing_text, "column-missing", "text") \
	CASE(column_read_only_auto_key, "column-read-only", "auto_key") \
	CASE(column_read_only_conflict, "column-read-only", "conflict") \
	CASE(column_read_only_insert_into, "column-read-only", "insert_into") \
	CASE(column_read_only_update_generated, "column-read-only", "update_generated") \
	CASE(column_read_only_update_key, "column-read-only", "update_key") \
	CASE(column_read_only_when, "column-read-only", "when") \
	CASE(column_set_twice_conflict, "column-set-twice", "conflict") \
	CASE(column_set_twice_insert_into, "column-set-twice", "insert_into") \
	CASE(column_set_twice_update, "column-set-twice", "update") \
	CASE(column_set_twice_when, "column-set-twice", "when") \
	CASE(date_unit_date, "date-unit", "date") \
	CASE(date_unit_date_add, "date-unit", "date_add") \
	CASE(date_unit_date_diff, "date-unit", "date_diff") \
	CASE(date_unit_date_trunc, "date-unit", "date_trunc") \
	CASE(date_unit_extract, "date-unit", "extract") \
	CASE(derived_shape_lateral, "derived-shape", "lateral") \
	CASE(derived_shape_query, "derived-shape", "query") \
	CASE(derived_shape_query_type, "derived-shape", "query_type") \
	CASE(derived_shape_values_as, "derived-shape", "values_as") \
	CASE(derived_shape_with, "derived-shape", "with") \
	CASE(empty_set_conflict, "empty-set", "conflict") \
	CASE(empty_values_having, "empty-values", "having") \
	CASE(empty_values_in, "empty-values", "in") \
	CASE(empty_values_not_in, "empty-values", "not_in") \
	CASE(excluded_misplaced_update, "excluded-misplaced", "update") \
	CASE(excluded_misplaced_where, "excluded-misplaced", "where") \
	CASE(field_count_all, "field-count", "all") \
	CASE(field_count_one, "field-count", "one") \
	CASE(field_count_returning, "field-count", "returning") \
	CASE(field_count_submit, "field-count", "submit") \
	CASE(field_null_outer_all, "field-null-outer", "all") \
	CASE(field_null_outer_full, "field-null-outer", "full") \
	CASE(field_null_outer_one, "field-null-outer", "one") \
	CASE(field_null_outer_optional, "field-null-outer", "optional") \
	CASE(field_null_outer_right, "field-null-outer", "right") \
	CASE(field_null_outer_stream, "field-null-outer", "stream") \
	CASE(field_null_aggregate, "field-null", "aggregate") \
	CASE(field_null_all, "field-null", "all") \
	CASE(field_null_coalesce, "field-null", "coalesce") \
	CASE(field_null_query, "field-null", "query") \
	CASE(field_null_query_outer, "field-null", "query_outer") \
	CASE(field_null_returning, "field-null", "returning") \
	CASE(field_type_all, "field-type", "all") \
	CASE(field_type_narrow, "field-type", "narrow") \
	CASE(field_type_object, "field-type", "object") \
	CASE(field_type_returning, "field-type", "returning") \
	CASE(filter_not_aggregate_expression, "filter-not-aggregate", "expression") \
	CASE(filter_not_aggregate_having, "filter-not-aggregate", "having") \
	CASE(filter_not_aggregate_select, "filter-not-aggregate", "select") \
	CASE(frame_bounds_groups, "frame-bounds", "groups") \
	CASE(frame_bounds_range, "frame-bounds", "range") \
	CASE(frame_bounds_rows, "frame-bounds", "rows") \
	CASE(having_without_group_aggregate, "having-without-group", "aggregate") \
	CASE(having_without_group_exists, "having-without-group", "exists") \
	CASE(having_without_group_select, "having-without-group", "select") \
	CASE(json_key_get, "json-key", "get") \
	CASE(json_key_object, "json-key", "object") \
	CASE(json_key_text, "json-key", "text") \
	CASE(json_pairs_order_by, "json-pairs", "order_by") \
	CASE(json_pairs_select, "json-pairs", "select") \
	CASE(like_not_text_contains, "like-not-text", "contains") \
	CASE(like_not_text_delete, "like-not-text", "delete") \
	CASE(like_not_text_ends_with, "like-not-text", "ends_with") \
	CASE(like_not_text_having, "like-not-text", "having") \
	CASE(like_not_text_ilike, "like-not-text", "ilike") \
	CASE(like_not_text_join, "like-not-text", "join") \
	CASE(like_not_text_select, "like-not-text", "select") \
	CASE(like_not_text_starts_with, "like-not-text", "starts_with") \
	CASE(like_not_text_when, "like-not-text", "when") \
	CASE(like_not_text_where, "like-not-text", "where") \
	CASE(limit_not_integer_exists, "limit-not-integer", "exists") \
	CASE(limit_not_integer_limit, "limit-not-integer", "limit") \
	CASE(limit_not_integer_limit_column, "limit-not-integer", "limit_column") \
	CASE(limit_not_integer_limit_real, "limit-not-integer", "limit_real") \
	CASE(limit_not_integer_offset, "limit-not-integer", "offset") \
	CASE(limit_not_integer_optional, "limit-not-integer", "optional") \
	CASE(lock_misplaced_aggregate, "lock-misplaced", "aggregate") \
	CASE(lock_misplaced_distinct, "lock-misplaced", "distinct") \
	CASE(lock_misplaced_group_by, "lock-misplaced", "group_by") \
	CASE(lock_misplaced_union, "lock-misplaced", "union") \
	CASE(min_max_type_bytes, "min-max-type", "bytes") \
	CASE(min_max_type_having, "min-max-type", "having") \
	CASE(min_max_type_json, "min-max-type", "json") \
	CASE(min_max_type_order_by, "min-max-type", "order_by") \
	CASE(min_max_type_select, "min-max-type", "select") \
	CASE(no_where_delete, "no-where", "delete") \
	CASE(no_where_update, "no-where", "update") \
	CASE(no_where_update_returning, "no-where", "update_returning") \
	CASE(not_a_branch_else_first, "not-a-branch", "else_first") \
	CASE(not_a_branch_else_twice, "not-a-branch", "else_twice") \
	CASE(not_a_branch_optional, "not-a-branch", "optional") \
	CASE(not_a_branch_select, "not-a-branch", "select") \
	CASE(not_a_branch_where, "not-a-branch", "where") \
	CASE(not_a_clause_condition, "not-a-clause", "condition") \
	CASE(not_a_clause_exists, "not-a-clause", "exists") \
	CASE(not_a_clause_ordering, "not-a-clause", "ordering") \
	CASE(not_a_condition_all_of, "not-a-condition", "all_of") \
	CASE(not_a_condition_and, "not-a-condition", "and") \
	CASE(not_a_condition_any_of, "not-a-condition", "any_of") \
	CASE(not_a_condition_case, "not-a-condition", "case") \
	CASE(not_a_condition_delete, "not-a-condition", "delete") \
	CASE(not_a_condition_exists, "not-a-condition", "exists") \
	CASE(not_a_condition_filter, "not-a-condition", "filter") \
	CASE(not_a_condition_having, "not-a-condition", "having") \
	CASE(not_a_condition_join, "not-a-condition", "join") \
	CASE(not_a_condition_left_join, "not-a-condition", "left_join") \
	CASE(not_a_condition_not, "not-a-condition", "not") \
	CASE(not_a_condition_or, "not-a-condition", "or") \
	CASE(not_a_condition_update, "not-a-condition", "update") \
	CASE(not_a_condition_when, "not-a-condition", "when") \
	CASE(not_a_condition_where, "not-a-condition", "where") \
	CASE(not_a_condition_where_object, "not-a-condition", "where_object") \
	CASE(not_a_condition_where_ordering, "not-a-condition", "where_ordering") \
	CASE(not_a_date_date_add, "not-a-date", "date_add") \
	CASE(not_a_date_date_diff, "not-a-date", "date_diff") \
	CASE(not_a_date_date_trunc, "not-a-date", "date_trunc") \
	CASE(not_a_date_extract, "not-a-date", "extract") \
	CASE(not_a_date_interval, "not-a-date", "interval") \
	CASE(not_a_date_set, "not-a-date", "set") \
	CASE(not_a_reference_join, "not-a-reference", "join") \
	CASE(not_a_reference_where_alias, "not-a-reference", "where_alias") \
	CASE(not_an_assignment_insert_both, "not-an-assignment", "insert_both") \
	CASE(not_an_assignment_insert_into, "not-an-assignment", "insert_into") \
	CASE(not_an_assignment_update, "not-an-assignment", "update") \
	CASE(not_an_assignment_update_values, "not-an-assignment", "update_values") \
	CASE(not_an_expression_distinct, "not-an-expression", "distinct") \
	CASE(not_an_expression_group_by_object, "not-an-expression", "group_by_object") \
	CASE(not_an_expression_group_by_ordering, "not-an-expression", "group_by_ordering") \
	CASE(not_an_expression_nulls_first, "not-an-expression", "nulls_first") \
	CASE(not_an_expression_partition_by, "not-an-expression", "partition_by") \
	CASE(not_an_expression_row, "not-an-expression", "row") \
	CASE(not_an_expression_row_member, "not-an-expression", "row_member") \
	CASE(not_an_expression_select_ordering, "not-an-expression", "select_ordering") \
	CASE(not_an_expression_string_agg, "not-an-expression", "string_agg") \
	CASE(not_grouped_joined, "not-grouped", "joined") \
	CASE(not_grouped_select, "not-grouped", "select") \
	CASE(not_grouped_select_all, "not-grouped", "select_all") \
	CASE(not_grouped_select_expression, "not-grouped", "select_expression") \
	CASE(not_grouped_select_object, "not-grouped", "select_object") \
	CASE(not_grouped_select_row, "not-grouped", "select_row") \
	CASE(not_grouped_subquery, "not-grouped", "subquery") \
	CASE(not_grouped_with, "not-grouped", "with") \
	CASE(not_json_get, "not-json", "get") \
	CASE(not_json_length, "not-json", "length") \
	CASE(not_json_text, "not-json", "text") \
	CASE(not_numeric_abs, "not-numeric", "abs") \
	CASE(not_numeric_add, "not-numeric", "add") \
	CASE(not_numeric_avg, "not-numeric", "avg") \
	CASE(not_numeric_ceil, "not-numeric", "ceil") \
	CASE(not_numeric_date_add, "not-numeric", "date_add") \
	CASE(not_numeric_floor, "not-numeric", "floor") \
	CASE(not_numeric_frame, "not-numeric", "frame") \
	CASE(not_numeric_group_by, "not-numeric", "group_by") \
	CASE(not_numeric_having, "not-numeric", "having") \
	CASE(not_numeric_join, "not-numeric", "join") \
	CASE(not_numeric_lag, "not-numeric", "lag") \
	CASE(not_numeric_nth_value, "not-numeric", "nth_value") \
	CASE(not_numeric_ntile, "not-numeric", "ntile") \
	CASE(not_numeric_order_by, "not-numeric", "order_by") \
	CASE(not_numeric_power, "not-numeric", "power") \
	CASE(not_numeric_returning, "not-numeric", "returning") \
	CASE(not_numeric_round, "not-numeric", "round") \
	CASE(not_numeric_round_what, "not-numeric", "round_what") \
	CASE(not_numeric_set, "not-numeric", "set") \
	CASE(not_numeric_substr, "not-numeric", "substr") \
	CASE(not_numeric_sum, "not-numeric", "sum") \
	CASE(not_numeric_where, "not-numeric", "where") \
	CASE(not_text_concat, "not-text", "concat") \
	CASE(not_text_group_by, "not-text", "group_by") \
	CASE(not_text_having, "not-text", "having") \
	CASE(not_text_join, "not-text", "join") \
	CASE(not_text_length, "not-text", "length") \
	CASE(not_text_lower, "not-text", "lower") \
	CASE(not_text_order_by, "not-text", "order_by") \
	CASE(not_text_position, "not-text", "position") \
	CASE(not_text_replace, "not-text", "replace") \
	CASE(not_text_set, "not-text", "set") \
	CASE(not_text_string_agg, "not-text", "string_agg") \
	CASE(not_text_substr, "not-text", "substr") \
	CASE(not_text_trim, "not-text", "trim") \
	CASE(not_text_upper, "not-text", "upper") \
	CASE(not_text_where, "not-text", "where") \
	CASE(null_compared_between, "null-compared", "between") \
	CASE(null_compared_delete, "null-compared", "delete") \
	CASE(null_compared_having, "null-compared", "having") \
	CASE(null_compared_in, "null-compared", "in") \
	CASE(null_compared_join, "null-compared", "join") \
	CASE(null_compared_nullif, "null-compared", "nullif") \
	CASE(null_compared_select, "null-compared", "select") \
	CASE(null_compared_update, "null-compared", "update") \
	CASE(null_compared_when, "null-compared", "when") \
	CASE(null_compared_where, "null-compared", "where") \
	CASE(null_compared_where_null_of, "null-compared", "where_null_of") \
	CASE(null_into_not_null_column, "null-into-not-null", "column") \
	CASE(null_into_not_null_conflict, "null-into-not-null", "conflict") \
	CASE(null_into_not_null_expression, "null-into-not-null", "expression") \
	CASE(null_into_not_null_insert_into, "null-into-not-null", "insert_into") \
	CASE(null_into_not_null_insert_query, "null-into-not-null", "insert_query") \
	CASE(null_into_not_null_null, "null-into-not-null", "null") \
	CASE(null_into_not_null_optional, "null-into-not-null", "optional") \
	CASE(null_into_not_null_update, "null-into-not-null", "update") \
	CASE(null_into_not_null_when, "null-into-not-null", "when") \
	CASE(over_not_a_function_clause, "over-not-a-function", "clause") \
	CASE(over_not_a_function_expression, "over-not-a-function", "expression") \
	CASE(over_not_a_function_order, "over-not-a-function", "order") \
	CASE(over_not_a_function_part, "over-not-a-function", "part") \
	CASE(over_not_a_function_select, "over-not-a-function", "select") \
	CASE(over_not_a_function_twice, "over-not-a-function", "twice") \
	CASE(scalar_columns_scalar, "scalar-columns", "scalar") \
	CASE(scalar_columns_scalar_one, "scalar-columns", "scalar_one") \
	CASE(scalar_columns_scalars, "scalar-columns", "scalars") \
	CASE(scalar_type_narrow, "scalar-type", "narrow") \
	CASE(scalar_type_object, "scalar-type", "object") \
	CASE(scalar_type_one_or_none, "scalar-type", "one_or_none") \
	CASE(scalar_type_returning, "scalar-type", "returning") \
	CASE(scalar_type_scalars, "scalar-type", "scalars") \
	CASE(scalar_type_submit, "scalar-type", "submit") \
	CASE(scalar_type_text, "scalar-type", "text") \
	CASE(subquery_columns_delete, "subquery-columns", "delete") \
	CASE(subquery_columns_having, "subquery-columns", "having") \
	CASE(subquery_columns_in, "subquery-columns", "in") \
	CASE(subquery_columns_not_in, "subquery-columns", "not_in") \
	CASE(subquery_columns_update, "subquery-columns", "update") \
	CASE(table_not_in_from_conflict, "table-not-in-from", "conflict") \
	CASE(table_not_in_from_delete, "table-not-in-from", "delete") \
	CASE(table_not_in_from_exists, "table-not-in-from", "exists") \
	CASE(table_not_in_from_full_join, "table-not-in-from", "full_join") \
	CASE(table_not_in_from_group_by, "table-not-in-from", "group_by") \
	CASE(table_not_in_from_having, "table-not-in-from", "having") \
	CASE(table_not_in_from_insert_into, "table-not-in-from", "insert_into") \
	CASE(table_not_in_from_insert_query, "table-not-in-from", "insert_query") \
	CASE(table_not_in_from_join, "table-not-in-from", "join") \
	CASE(table_not_in_from_join_later, "table-not-in-from", "join_later") \
	CASE(table_not_in_from_lateral, "table-not-in-from", "lateral") \
	CASE(table_not_in_from_left_join, "table-not-in-from", "left_join") \
	CASE(table_not_in_from_lock, "table-not-in-from", "lock") \
	CASE(table_not_in_from_optional_clause, "table-not-in-from", "optional_clause") \
	CASE(table_not_in_from_order_by, "table-not-in-from", "order_by") \
	CASE(table_not_in_from_order_by_optional, "table-not-in-from", "order_by_optional") \
	CASE(table_not_in_from_query, "table-not-in-from", "query") \
	CASE(table_not_in_from_query_column, "table-not-in-from", "query_column") \
	CASE(table_not_in_from_returning, "table-not-in-from", "returning") \
	CASE(table_not_in_from_returning_all, "table-not-in-from", "returning_all") \
	CASE(table_not_in_from_right_join, "table-not-in-from", "right_join") \
	CASE(table_not_in_from_select, "table-not-in-from", "select") \
	CASE(table_not_in_from_select_aggregate, "table-not-in-from", "select_aggregate") \
	CASE(table_not_in_from_select_alias, "table-not-in-from", "select_alias") \
	CASE(table_not_in_from_select_all, "table-not-in-from", "select_all") \
	CASE(table_not_in_from_select_row, "table-not-in-from", "select_row") \
	CASE(table_not_in_from_union, "table-not-in-from", "union") \
	CASE(table_not_in_from_update, "table-not-in-from", "update") \
	CASE(table_not_in_from_update_from, "table-not-in-from", "update_from") \
	CASE(table_not_in_from_update_where, "table-not-in-from", "update_where") \
	CASE(table_not_in_from_using, "table-not-in-from", "using") \
	CASE(table_not_in_from_where, "table-not-in-from", "where") \
	CASE(table_not_in_from_where_any_of, "table-not-in-from", "where_any_of") \
	CASE(table_not_in_from_where_either, "table-not-in-from", "where_either") \
	CASE(table_not_in_from_where_optional, "table-not-in-from", "where_optional") \
	CASE(table_not_in_from_where_subquery, "table-not-in-from", "where_subquery") \
	CASE(table_not_in_from_where_ternary, "table-not-in-from", "where_ternary") \
	CASE(table_not_in_from_with, "table-not-in-from", "with") \
	CASE(table_not_in_from_with_select, "table-not-in-from", "with_select") \
	CASE(table_twice_exists, "table-twice", "exists") \
	CASE(table_twice_join, "table-twice", "join") \
	CASE(table_twice_left_join, "table-twice", "left_join") \
	CASE(table_twice_query, "table-twice", "query") \
	CASE(table_twice_two_joins, "table-twice", "two_joins") \
	CASE(type_mismatch_and, "type-mismatch", "and") \
	CASE(type_mismatch_any_of, "type-mismatch", "any_of") \
	CASE(type_mismatch_between, "type-mismatch", "between") \
	CASE(type_mismatch_case, "type-mismatch", "case") \
	CASE(type_mismatch_date_add, "type-mismatch", "date_add") \
	CASE(type_mismatch_date_diff, "type-mismatch", "date_diff") \
	CASE(type_mismatch_delete, "type-mismatch", "delete") \
	CASE(type_mismatch_either, "type-mismatch", "either") \
	CASE(type_mismatch_exists, "type-mismatch", "exists") \
	CASE(type_mismatch_field, "type-mismatch", "field") \
	CASE(type_mismatch_group_by, "type-mismatch", "group_by") \
	CASE(type_mismatch_having, "type-mismatch", "having") \
	CASE(type_mismatch_in, "type-mismatch", "in") \
	CASE(type_mismatch_in_array, "type-mismatch", "in_array") \
	CASE(type_mismatch_in_subquery, "type-mismatch", "in_subquery") \
	CASE(type_mismatch_is_distinct, "type-mismatch", "is_distinct") \
	CASE(type_mismatch_is_not_distinct, "type-mismatch", "is_not_distinct") \
	CASE(type_mismatch_join, "type-mismatch", "join") \
	CASE(type_mismatch_lag, "type-mismatch", "lag") \
	CASE(type_mismatch_left_join, "type-mismatch", "left_join") \
	CASE(type_mismatch_not_in, "type-mismatch", "not_in") \
	CASE(type_mismatch_nullif, "type-mismatch", "nullif") \
	CASE(type_mismatch_order_by, "type-mismatch", "order_by") \
	CASE(type_mismatch_returning, "type-mismatch", "returning") \
	CASE(type_mismatch_row, "type-mismatch", "row") \
	CASE(type_mismatch_select, "type-mismatch", "select") \
	CASE(type_mismatch_select_coalesce, "type-mismatch", "select_coalesce") \
	CASE(type_mismatch_set, "type-mismatch", "set") \
	CASE(type_mismatch_ternary, "type-mismatch", "ternary") \
	CASE(type_mismatch_update, "type-mismatch", "update") \
	CASE(type_mismatch_when, "type-mismatch", "when") \
	CASE(type_mismatch_where, "type-mismatch", "where") \
	CASE(type_mismatch_where_boolean, "type-mismatch", "where_boolean") \
	CASE(type_mismatch_where_character, "type-mismatch", "where_character") \
	CASE(type_mismatch_where_columns, "type-mismatch", "where_columns") \
	CASE(type_mismatch_where_date, "type-mismatch", "where_date") \
	CASE(type_mismatch_where_long_boolean, "type-mismatch", "where_long_boolean") \
	CASE(type_mismatch_where_real, "type-mismatch", "where_real") \
	CASE(type_mismatch_where_text_of_uuid, "type-mismatch", "where_text_of_uuid") \
	CASE(union_order_order_by, "union-order", "order_by") \
	CASE(union_shape_number, "union-shape", "number") \
	CASE(union_shape_type, "union-shape", "type") \
	CASE(union_shape_width, "union-shape", "width") \
	CASE(union_shape_with, "union-shape", "with") \
	CASE(value_type_column, "value-type", "column") \
	CASE(value_type_condition, "value-type", "condition") \
	CASE(value_type_conflict, "value-type", "conflict") \
	CASE(value_type_insert_into, "value-type", "insert_into") \
	CASE(value_type_insert_query, "value-type", "insert_query") \
	CASE(value_type_optional, "value-type", "optional") \
	CASE(value_type_real, "value-type", "real") \
	CASE(value_type_subquery, "value-type", "subquery") \
	CASE(value_type_update, "value-type", "update") \
	CASE(value_type_when, "value-type", "when") \
	CASE(window_misplaced_aggregate, "window-misplaced", "aggregate") \
	CASE(window_misplaced_delete, "window-misplaced", "delete") \
	CASE(window_misplaced_group_by, "window-misplaced", "group_by") \
	CASE(window_misplaced_having, "window-misplaced", "having") \
	CASE(window_misplaced_join, "window-misplaced", "join") \
	CASE(window_misplaced_left_join, "window-misplaced", "left_join") \
	CASE(window_misplaced_set, "window-misplaced", "set") \
	CASE(window_misplaced_where, "window-misplaced", "where") \
	CASE(window_misplaced_window, "window-misplaced", "window") \
	CASE(window_without_over_lag, "window-without-over", "lag") \
	CASE(window_without_over_order_by, "window-without-over", "order_by") \
	CASE(window_without_over_select, "window-without-over", "select") \
	CASE(window_without_over_where, "window-without-over", "where")
