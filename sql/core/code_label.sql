SELECT code_list, code, zh, en
FROM in_label
