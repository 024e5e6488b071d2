(** Nothing has to be defined here. *)
