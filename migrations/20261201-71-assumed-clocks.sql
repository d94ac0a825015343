-- Open matters whose time to finish leads through a year without published holidays: reckoned anew once they are.
create index matter_flow_assumed on matter_flow (district, matter)
  where facts->>'assumed' = 'true' and facts->>'state' <> 'closed';
